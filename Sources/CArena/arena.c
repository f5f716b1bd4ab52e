#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A piece of memory from which smaller ones are cut.
typedef struct chunk {
    struct chunk *earlier;
    size_t size, used;
} chunk;

/// What stands before each piece that was handed out.
typedef struct {
    alignas(16) size_t size;
} header;

enum { CHUNK = 1 << 18, ALIGNMENT = 16 };

static _Thread_local chunk *newest;
static _Thread_local int users;

static unsigned char *start_of(chunk *c) {
    return (unsigned char *)c + ((sizeof(chunk) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
}

/// As cmark's own allocator does, the program ends where there is no memory.
static void add_chunk(size_t needed) {
    size_t size = needed > CHUNK ? needed : CHUNK;
    chunk *c = malloc(size + sizeof(chunk) + ALIGNMENT);
    if (!c) abort();
    *c = (chunk){.earlier = newest, .size = size, .used = 0};
    newest = c;
}

static size_t rounded(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void *allocate(size_t size) {
    size_t needed = rounded(size) + sizeof(header);
    if (!newest || newest->size - newest->used < needed) add_chunk(needed);
    header *h = (header *)(start_of(newest) + newest->used);
    newest->used += needed;
    h->size = rounded(size);
    return h + 1;
}

static void *arena_calloc(size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) abort();
    return memset(allocate(total), 0, total);
}

static void *arena_realloc(void *old, size_t size) {
    if (!old) return allocate(size);
    header *h = (header *)old - 1;
    if (size <= h->size) return old;
    // What was handed out last can grow where it is.
    unsigned char *end = (unsigned char *)old + h->size;
    size_t more = rounded(size) - h->size;
    if (end == start_of(newest) + newest->used && newest->size - newest->used >= more) {
        newest->used += more;
        h->size += more;
        return old;
    }
    return memcpy(allocate(size), old, h->size);
}

static void arena_free(void *memory) {
    (void)memory;
}

arena_functions *arena_enter(void) {
    static arena_functions functions = {arena_calloc, arena_realloc, arena_free};
    users++;
    return &functions;
}

void arena_leave(void) {
    if (--users > 0 || !newest) return;
    // One chunk of the usual size is kept for the next text.
    while (newest->earlier || newest->size > CHUNK) {
        chunk *earlier = newest->earlier;
        free(newest);
        newest = earlier;
        if (!newest) return;
    }
    newest->used = 0;
}
