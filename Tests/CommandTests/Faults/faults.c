// A machine that fails when it is told to. Preloaded into stet (LD_PRELOAD), this counts its system calls below one
// folder, and lets one of them fail, or kills the process right before it.
//
//   FAULTS_FOLDER  only calls on what lies below it count
//   FAULTS_CALLS   `changes`: those that change files; `reads`: those that open a file to read it;
//                 `looks`: those, and all others that only look
//   FAULTS_AT      the number of the call that fails, from 1; 0 for none
//   FAULTS_ERRNO   what it fails with; 0 to kill the process instead, -1 to stop it until it is continued
//   FAULTS_LASTING 1 if all later ones fail as well
//   FAULTS_LOG     a file that gets a line for each call: what was done to which path

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *watched;
enum { CHANGE = 1, READ = 2, LOOK = 4 };
static int counted = CHANGE, failing, reason, lasting, log_file = -1;
static atomic_int calls;

static int number(const char *name) {
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("FAULTS_LOG"), *kind = getenv("FAULTS_CALLS");
    failing = number("FAULTS_AT");
    reason = number("FAULTS_ERRNO");
    lasting = number("FAULTS_LASTING");
    if (kind && strcmp(kind, "reads") == 0) counted = READ;
    if (kind && strcmp(kind, "looks") == 0) counted = READ | LOOK;
    if (log) log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    watched = getenv("FAULTS_FOLDER");
}

// The path of an open file, or one that begins at an open folder.
static void resolve(char *result, int file, const char *name) {
    char link[32], base[PATH_MAX] = "";
    if (!name || (name[0] != '/' && file != AT_FDCWD)) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length > 0 ? length : 0] = 0;
    }
    snprintf(result, PATH_MAX * 2, "%s%s%s", base, base[0] && name ? "/" : "", name ? name : "");
}

// Counts a call. True if it is to fail: errno is set then. `half` is done before the process is killed in it.
static int fails(const char *call, int kind, int file, const char *name, void (*half)(void *), void *with) {
    if (!watched || !(kind & counted)) return 0;
    int before = errno;
    char path[PATH_MAX * 2], line[PATH_MAX * 2 + 64];
    resolve(path, file, name);
    errno = before;
    size_t length = strlen(watched);
    if (strncmp(path, watched, length) != 0 || (path[length] != '/' && path[length] != 0)) return 0;
    int count = atomic_fetch_add(&calls, 1) + 1;
    int is_failing = failing && (count == failing || (lasting && count > failing));
    int size = snprintf(line, sizeof line, "%s %s %s\n", is_failing ? "FAILS" : "works", call, path);
    if (log_file >= 0) syscall(SYS_write, log_file, line, size);
    errno = before;
    if (!is_failing) return 0;
    if (reason == 0) {
        if (half) half(with);
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
    if (reason < 0) {
        kill(getpid(), SIGSTOP);
        errno = before;
        return 0;
    }
    errno = reason;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPEN(name, folder, file, parameters, arguments)                                                                \
    int name parameters {                                                                                              \
        mode_t mode = 0;                                                                                               \
        if (flags & O_CREAT) {                                                                                         \
            va_list rest;                                                                                              \
            va_start(rest, flags);                                                                                     \
            mode = va_arg(rest, mode_t);                                                                               \
            va_end(rest);                                                                                              \
        }                                                                                                              \
        int is_read = (flags & O_ACCMODE) == O_RDONLY && !(flags & O_CREAT);                                           \
        int kind = flags & O_DIRECTORY ? LOOK : is_read ? READ : CHANGE;                                               \
        if (fails(#name, kind, folder, file, NULL, NULL)) return -1;                                                   \
        return REAL(name) arguments;                                                                                   \
    }

OPEN(open, AT_FDCWD, path, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, AT_FDCWD, path, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, folder, path, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN(openat64, folder, path, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

#define CALL(name, kind, folder, file, parameters, arguments)                                                          \
    int name parameters {                                                                                              \
        if (fails(#name, kind, folder, file, NULL, NULL)) return -1;                                                   \
        return REAL(name) arguments;                                                                                   \
    }

CALL(mkdir, CHANGE, AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
CALL(mkdirat, CHANGE, folder, path, (int folder, const char *path, mode_t mode), (folder, path, mode))
CALL(unlink, CHANGE, AT_FDCWD, path, (const char *path), (path))
CALL(unlinkat, CHANGE, folder, path, (int folder, const char *path, int flags), (folder, path, flags))
CALL(rmdir, CHANGE, AT_FDCWD, path, (const char *path), (path))
CALL(rename, CHANGE, AT_FDCWD, new, (const char *old, const char *new), (old, new))
CALL(renameat, CHANGE, folder, new, (int from, const char *old, int folder, const char *new), (from, old, folder, new))
CALL(link, CHANGE, AT_FDCWD, new, (const char *old, const char *new), (old, new))
CALL(symlink, CHANGE, AT_FDCWD, new, (const char *old, const char *new), (old, new))
CALL(truncate, CHANGE, AT_FDCWD, path, (const char *path, off_t size), (path, size))
CALL(ftruncate, CHANGE, file, NULL, (int file, off_t size), (file, size))
CALL(ftruncate64, CHANGE, file, NULL, (int file, off64_t size), (file, size))
CALL(fsync, CHANGE, file, NULL, (int file), (file))
CALL(fdatasync, CHANGE, file, NULL, (int file), (file))
CALL(fchmod, CHANGE, file, NULL, (int file, mode_t mode), (file, mode))

CALL(stat, LOOK, AT_FDCWD, path, (const char *path, struct stat *result), (path, result))
CALL(lstat, LOOK, AT_FDCWD, path, (const char *path, struct stat *result), (path, result))
CALL(fstat, LOOK, file, NULL, (int file, struct stat *result), (file, result))
CALL(fstatat, LOOK, folder, path, (int folder, const char *path, struct stat *result, int flags),
     (folder, path, result, flags))
CALL(faccessat, LOOK, folder, path, (int folder, const char *path, int mode, int flags), (folder, path, mode, flags))

DIR *opendir(const char *path) {
    if (fails("opendir", LOOK, AT_FDCWD, path, NULL, NULL)) return NULL;
    return REAL(opendir)(path);
}

ssize_t read(int file, void *start, size_t count) {
    if (fails("read", LOOK, file, NULL, NULL, NULL)) return -1;
    return REAL(read)(file, start, count);
}

// A process may die when half of the bytes are written.
struct bytes {
    int file;
    const void *start;
    size_t count;
    off_t offset;
};

static void write_half(void *with) {
    struct bytes *it = with;
    if (it->offset < 0) syscall(SYS_write, it->file, it->start, it->count / 2);
    else syscall(SYS_pwrite64, it->file, it->start, it->count / 2, it->offset);
}

#define WRITE(name, at, parameters, arguments)                                                                         \
    ssize_t name parameters {                                                                                          \
        struct bytes all = {file, start, count, at};                                                                   \
        if (fails(#name, CHANGE, file, NULL, write_half, &all)) return -1;                                             \
        return REAL(name) arguments;                                                                                   \
    }

WRITE(write, -1, (int file, const void *start, size_t count), (file, start, count))
WRITE(pwrite, offset, (int file, const void *start, size_t count, off_t offset), (file, start, count, offset))
WRITE(pwrite64, offset, (int file, const void *start, size_t count, off64_t offset), (file, start, count, offset))

// Memory in which a file is to appear. The real one is no function, for it is wanted before functions can be looked up.
static void *map(const char *call, void *at, size_t count, int protection, int flags, int file, off_t offset) {
    if (file >= 0 && fails(call, CHANGE, file, NULL, NULL, NULL)) return MAP_FAILED;
    return (void *)syscall(SYS_mmap, at, count, protection, flags, file, offset);
}

void *mmap(void *at, size_t count, int protection, int flags, int file, off_t offset) {
    return map("mmap", at, count, protection, flags, file, offset);
}

void *mmap64(void *at, size_t count, int protection, int flags, int file, off64_t offset) {
    return map("mmap64", at, count, protection, flags, file, offset);
}
