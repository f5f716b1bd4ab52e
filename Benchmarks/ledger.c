// What would it cost to keep a build's ledger in SQLite, and what in a flat file?
//
//   ledger nothing
//   ledger write-sqlite|write-wal|write-flat FILE COUNT     a new ledger for COUNT articles
//   ledger read-sqlite|read-flat FILE                       every path and stat, without the facts
//   ledger change-sqlite|change-wal|change-flat FILE        one article edited, with fifteen outputs
//
// A row for each source: path, size, time, inode, hash, and 600 bytes of facts. A row for each
// output (1.27 times as many): path, fingerprint, size, time, inode.
//
//   cc -O2 ledger.c -o ledger -lsqlite3
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { facts_size = 600, hash_size = 16, changed_outputs = 15, longest_path = 128 };

static void fail(const char *what) {
    fprintf(stderr, "ledger: %s\n", what);
    exit(1);
}

static void expect(int is_so, const char *what) {
    if (!is_so) fail(what);
}

// Numbers that look like what a file system gives.
static uint64_t mixed(uint64_t x) {
    x = (x ^ (x >> 31)) * 0x7fb5d329728ea185u;
    x = (x ^ (x >> 27)) * 0x81dadef4bc2dd44du;
    return x ^ (x >> 33);
}

static int path_of(char *path, uint64_t i, int is_output) {
    static const char *sections[] = {"war", "politics", "science", "technology"};
    return snprintf(path, longest_path, "%s%s/%d/%07d-%08llx-while-they-met%s", is_output ? "" : "Content/",
                    sections[i % 4], (int)(2004 + i % 20), (int)i, (unsigned long long)mixed(i) & 0xffffffff,
                    is_output ? "/index.html" : ".md");
}

typedef struct {
    uint64_t size, time, inode, fingerprint, path, path_length;
} Row;

static Row row_of(uint64_t i) {
    return (Row){mixed(i) % 9000, 1760000000000000000 + mixed(i + 1) % 1000000000, i + 5000, mixed(i + 2), 0, 0};
}

static uint64_t outputs_of(uint64_t count) { return count * 127 / 100; }

// The same sum, whichever ledger the rows come from, so that nobody can read less than the other.
static uint64_t sum;
static void use(const Row *row, const char *path, uint64_t length) {
    sum += row->size ^ row->time ^ row->inode;
    sum += length + (unsigned char)path[length - 5];
}

// SQLite, with what makes it fast: no journal or a write-ahead log, no waiting for the disk, one
// transaction, prepared statements, rows in the order of their numbers, and the facts in a table
// of their own, so that what looks at the stats alone need not turn over their pages.

static sqlite3 *database;

static void run(const char *sql) {
    char *message;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) fail(message);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(sqlite3_errmsg(database));
    return statement;
}

static void open_database(const char *file, int has_log) {
    expect(sqlite3_open(file, &database) == SQLITE_OK, "cannot open the database");
    run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA page_size=16384; PRAGMA mmap_size=1073741824;"
        "PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;");
    run(has_log ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=OFF");
}

static void step(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(database));
    sqlite3_reset(statement);
}

static void write_sqlite(const char *file, uint64_t count, int has_log) {
    char path[longest_path], facts[facts_size], hash[hash_size];
    memset(facts, 'f', sizeof facts);
    memset(hash, 'h', sizeof hash);
    open_database(file, has_log);
    run("CREATE TABLE source(id INTEGER PRIMARY KEY, path TEXT, size INTEGER, time INTEGER, inode INTEGER, hash BLOB);"
        "CREATE TABLE facts(id INTEGER PRIMARY KEY, facts BLOB);"
        "CREATE TABLE output(id INTEGER PRIMARY KEY, path TEXT, fingerprint INTEGER, size INTEGER, time INTEGER,"
        "inode INTEGER); BEGIN");
    sqlite3_stmt *source = prepare("INSERT INTO source VALUES(?,?,?,?,?,?)");
    sqlite3_stmt *fact = prepare("INSERT INTO facts VALUES(?,?)");
    sqlite3_stmt *output = prepare("INSERT INTO output VALUES(?,?,?,?,?,?)");
    for (uint64_t i = 0; i < count; i++) {
        Row row = row_of(i);
        sqlite3_bind_int64(source, 1, i);
        sqlite3_bind_text(source, 2, path, path_of(path, i, 0), SQLITE_STATIC);
        sqlite3_bind_int64(source, 3, row.size);
        sqlite3_bind_int64(source, 4, row.time);
        sqlite3_bind_int64(source, 5, row.inode);
        sqlite3_bind_blob(source, 6, hash, sizeof hash, SQLITE_STATIC);
        step(source);
    }
    for (uint64_t i = 0; i < count; i++) {
        sqlite3_bind_int64(fact, 1, i);
        sqlite3_bind_blob(fact, 2, facts, sizeof facts, SQLITE_STATIC);
        step(fact);
    }
    for (uint64_t i = 0; i < outputs_of(count); i++) {
        Row row = row_of(i);
        sqlite3_bind_int64(output, 1, i);
        sqlite3_bind_text(output, 2, path, path_of(path, i, 1), SQLITE_STATIC);
        sqlite3_bind_int64(output, 3, row.fingerprint);
        sqlite3_bind_int64(output, 4, row.size);
        sqlite3_bind_int64(output, 5, row.time);
        sqlite3_bind_int64(output, 6, row.inode);
        step(output);
    }
    run("COMMIT");
    sqlite3_finalize(source);
    sqlite3_finalize(fact);
    sqlite3_finalize(output);
    expect(sqlite3_close(database) == SQLITE_OK, "cannot close the database");
}

static void read_table(const char *sql) {
    sqlite3_stmt *statement = prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Row row = {sqlite3_column_int64(statement, 1), sqlite3_column_int64(statement, 2),
                   sqlite3_column_int64(statement, 3), 0, 0, 0};
        const char *path = (const char *)sqlite3_column_text(statement, 0);
        use(&row, path, sqlite3_column_bytes(statement, 0));
    }
    sqlite3_finalize(statement);
}

static void read_sqlite(const char *file) {
    open_database(file, 0);
    read_table("SELECT path, size, time, inode FROM source");
    read_table("SELECT path, size, time, inode FROM output");
    sqlite3_close(database);
}

static void change_sqlite(const char *file, int has_log) {
    char facts[facts_size];
    memset(facts, 'g', sizeof facts);
    open_database(file, has_log);
    run("BEGIN; UPDATE source SET size=size+1, time=time+1, hash=zeroblob(16) WHERE id=5000");
    sqlite3_stmt *fact = prepare("UPDATE facts SET facts=? WHERE id=5000");
    sqlite3_bind_blob(fact, 1, facts, sizeof facts, SQLITE_STATIC);
    step(fact);
    sqlite3_stmt *output = prepare("UPDATE output SET fingerprint=fingerprint+1, size=size+1, time=time+1 WHERE id=?");
    for (int i = 0; i < changed_outputs; i++) {
        sqlite3_bind_int64(output, 1, 600 * i);
        step(output);
    }
    run("COMMIT");
    sqlite3_finalize(fact);
    sqlite3_finalize(output);
    sqlite3_close(database);
}

// The flat file: a head, rows of fixed length, the paths, the facts. Rows and paths have one
// checksum, which every reader verifies, and the facts another. It is replaced as a whole.

typedef struct {
    char magic[8];
    uint64_t sources, outputs, paths_size, checksum, facts_checksum;
} Head;

static uint64_t checksum(const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    uint64_t a = 1, b = 2, c = 3, d = 4, word[4];
    for (; size >= sizeof word; at += sizeof word, size -= sizeof word) {
        memcpy(word, at, sizeof word);
        a = (a ^ word[0]) * 0x9e3779b97f4a7c15u, b = (b ^ word[1]) * 0x9e3779b97f4a7c15u;
        c = (c ^ word[2]) * 0x9e3779b97f4a7c15u, d = (d ^ word[3]) * 0x9e3779b97f4a7c15u;
        a ^= a >> 29, b ^= b >> 29, c ^= c >> 29, d ^= d >> 29;
    }
    while (size--) a = (a ^ *at++) * 0x9e3779b97f4a7c15u;
    return mixed(a) ^ mixed(b + 1) ^ mixed(c + 2) ^ mixed(d + 3);
}

static void put(const char *file, const void *bytes, size_t size) {
    char staged[4096];
    snprintf(staged, sizeof staged, "%s.new", file);
    int to = open(staged, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    expect(to >= 0, "cannot make the file");
    for (const char *at = bytes; size;) {
        ssize_t written = write(to, at, size);
        expect(written > 0, "cannot write the file");
        at += written, size -= written;
    }
    close(to);
    expect(!rename(staged, file), "cannot rename the file");
}

static void write_flat(const char *file, uint64_t count) {
    uint64_t outputs = outputs_of(count), rows = count + outputs;
    size_t room = sizeof(Head) + rows * (sizeof(Row) + longest_path) + count * (facts_size + hash_size);
    char *bytes = malloc(room);
    expect(bytes != NULL, "no memory");
    Row *row = (Row *)(bytes + sizeof(Head));
    char *paths = (char *)(row + rows), *end = paths;
    for (uint64_t i = 0; i < rows; i++) {
        int is_output = i >= count;
        row[i] = row_of(is_output ? i - count : i);
        row[i].path = end - paths;
        row[i].path_length = path_of(end, is_output ? i - count : i, is_output);
        end += row[i].path_length;
    }
    char *facts = end;
    memset(facts, 'f', count * (facts_size + hash_size));
    end += count * (facts_size + hash_size);
    Head head = {"ledger1", count, outputs, facts - paths, checksum(row, facts - (char *)row),
                 checksum(facts, end - facts)};
    memcpy(bytes, &head, sizeof head);
    put(file, bytes, end - bytes);
}

static char *map(const char *file, size_t *size) {
    int from = open(file, O_RDONLY);
    struct stat stat;
    expect(from >= 0 && !fstat(from, &stat), "cannot open the file");
    char *bytes = mmap(NULL, stat.st_size, PROT_READ, MAP_PRIVATE, from, 0);
    expect(bytes != MAP_FAILED, "cannot map the file");
    *size = stat.st_size;
    return bytes;
}

static void read_flat(const char *file) {
    size_t size;
    const char *bytes = map(file, &size);
    const Head *head = (const Head *)bytes;
    const Row *row = (const Row *)(head + 1);
    uint64_t rows = head->sources + head->outputs;
    const char *paths = (const char *)(row + rows);
    expect(size > sizeof *head && !memcmp(head->magic, "ledger1", 8), "this is no ledger");
    expect(checksum(row, rows * sizeof *row + head->paths_size) == head->checksum, "the ledger is damaged");
    for (uint64_t i = 0; i < rows; i++) use(&row[i], paths + row[i].path, row[i].path_length);
}

static void change_flat(const char *file) {
    size_t size;
    const char *old = map(file, &size);
    char *bytes = malloc(size);
    expect(bytes != NULL, "no memory");
    memcpy(bytes, old, size);
    Head *head = (Head *)bytes;
    Row *row = (Row *)(head + 1);
    char *facts = (char *)(row + head->sources + head->outputs) + head->paths_size;
    row[5000].size++, row[5000].time++;
    for (int i = 0; i < changed_outputs; i++) row[head->sources + 600 * i].fingerprint++;
    memset(facts + 5000 * facts_size, 'g', facts_size);
    head->checksum = checksum(row, facts - (char *)row);
    head->facts_checksum = checksum(facts, bytes + size - facts);
    put(file, bytes, size);
}

int main(int argc, char **argv) {
    const char *task = argc > 1 ? argv[1] : "", *file = argc > 2 ? argv[2] : "";
    uint64_t count = argc > 3 ? strtoull(argv[3], NULL, 10) : 0;
    if (!strcmp(task, "nothing")) return 0;
    if (!strcmp(task, "write-sqlite") && count) write_sqlite(file, count, 0);
    else if (!strcmp(task, "write-wal") && count) write_sqlite(file, count, 1);
    else if (!strcmp(task, "write-flat") && count) write_flat(file, count);
    else if (!strcmp(task, "read-sqlite") && *file) read_sqlite(file);
    else if (!strcmp(task, "read-flat") && *file) read_flat(file);
    else if (!strcmp(task, "change-sqlite") && *file) change_sqlite(file, 0);
    else if (!strcmp(task, "change-wal") && *file) change_sqlite(file, 1);
    else if (!strcmp(task, "change-flat") && *file) change_flat(file);
    else fail("usage: ledger nothing | write-sqlite|write-wal|write-flat FILE COUNT | "
              "read-sqlite|read-flat FILE | change-sqlite|change-wal|change-flat FILE");
    printf("%llu\n", (unsigned long long)sum);
    return 0;
}
