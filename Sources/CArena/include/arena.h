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

/// Whether memory that is used for the first time from now on may come in pages of 2 MB instead of 4 KB. A build that
/// fills many pages saves the kernel's work for each; one that does little would wait for zeros that nobody needs.
///
/// Of effect on Linux, in a program that is linked with jemalloc.
void allocator_allow_large_pages(bool allowed);

#endif
