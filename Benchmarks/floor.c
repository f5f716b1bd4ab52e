// The floor: what no generator that renders through cmark can do without.
//
// For every Markdown file below SOURCE: read it, step over the front matter, render the text with
// cmark, and write TARGET/<path>/index.html with 5 KiB of page around it. No front matter is read,
// nothing is sorted, no list is made.
//
//   cc -O2 floor.c -o floor -lcmark -lpthread && ./floor SOURCE TARGET THREADS
#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { most_threads = 256, surroundings = 5120 };

static char **files;
static int count, room, threads;
static const char *source, *target;
static char chrome[surroundings];

static void fail(const char *path) {
    perror(path);
    exit(1);
}

static int visit(const char *path, const struct stat *facts, int type, struct FTW *place) {
    (void)facts;
    const char *name = path + place->base;
    size_t length = strlen(name);
    if (type != FTW_F || length < 3 || strcmp(name + length - 3, ".md") || *name == '_') return 0;
    if (count == room) {
        room = room ? room * 2 : 1024;
        if (!(files = realloc(files, room * sizeof *files))) fail("files");
    }
    files[count++] = strdup(path);
    return 0;
}

static void make_folders(char *path) {
    if (!mkdir(path, 0755) || errno == EEXIST) return;
    char *slash = strrchr(path, '/');
    if (errno != ENOENT || !slash || slash == path) fail(path);
    *slash = 0;
    make_folders(path);
    *slash = '/';
    if (mkdir(path, 0755) && errno != EEXIST) fail(path);
}

static void render(const char *file) {
    int from = open(file, O_RDONLY);
    struct stat facts;
    if (from < 0 || fstat(from, &facts)) fail(file);
    char *text = malloc(facts.st_size + 1);
    ssize_t length = read(from, text, facts.st_size);
    if (length < 0) fail(file);
    close(from);
    text[length] = 0;

    char *body = text;
    if (!strncmp(text, "---\n", 4)) {
        char *end = strstr(text + 4, "\n---\n");
        if (end) body = end + 5;
    }
    cmark_node *tree = cmark_parse_document(body, length - (body - text), CMARK_OPT_SMART);
    char *html = cmark_render_html(tree, CMARK_OPT_SMART);
    size_t size = strlen(html);
    char *page = malloc(size + sizeof chrome);
    memcpy(page, chrome, sizeof chrome);
    memcpy(page + sizeof chrome, html, size);

    char path[4096];
    const char *below = file + strlen(source);
    snprintf(path, sizeof path - 16, "%s%.*s", target, (int)strlen(below) - 3, below);
    make_folders(path);
    strcat(path, "/index.html");
    int to = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (to < 0 || write(to, page, size + sizeof chrome) != (ssize_t)(size + sizeof chrome)) fail(path);
    close(to);
    free(page);
    free(html);
    cmark_node_free(tree);
    free(text);
}

static void *work(void *first) {
    for (int i = (int)(long)first; i < count; i += threads) render(files[i]);
    return NULL;
}

int main(int argc, char **argv) {
    threads = argc == 4 ? atoi(argv[3]) : 0;
    if (threads < 1 || threads > most_threads) {
        fprintf(stderr, "usage: floor SOURCE TARGET THREADS\n");
        return 2;
    }
    source = argv[1];
    target = argv[2];
    memset(chrome, ' ', sizeof chrome);
    if (nftw(source, visit, 64, FTW_PHYS)) fail(source);
    pthread_t thread[most_threads];
    for (long i = 0; i < threads; i++) pthread_create(&thread[i], NULL, work, (void *)i);
    for (int i = 0; i < threads; i++) pthread_join(thread[i], NULL);
    return 0;
}
