#ifndef ARENA_H
#define ARENA_H

#include <stdbool.h>
#include <stddef.h>

/// Memory for cmark, a thread's own: what is asked for is cut from a large piece, nothing is given back by itself, and
/// all of it is free for the next text when nobody uses it any more. A text's nodes need no freeing one by one.
///
/// Laid out as cmark_mem is (cmark.h, "Custom memory allocator support").
typedef struct {
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void (*free)(void *);
} arena_functions;

/// Begins to use the thread's arena.
arena_functions *arena_enter(void);

/// Ends to use it, on the same thread. After the last of several users the memory is taken back.
void arena_leave(void);

#endif
