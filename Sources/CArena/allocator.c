#include "arena.h"

#ifdef __linux__
#include <sys/prctl.h>

/// What jemalloc reads when it starts: it asks the kernel for large pages, and gets them where they are allowed.
const char *malloc_conf = "thp:always";

void allocator_allow_large_pages(bool allowed) {
    // Where the kernel refuses, pages are as they would have been: the same program, a little slower.
    prctl(PR_SET_THP_DISABLE, allowed ? 0 : 1, 0, 0, 0);
}

/// What a program does before it knows what there is to do is little.
__attribute__((constructor)) static void begin_with_small_pages(void) {
    allocator_allow_large_pages(false);
}
#else
void allocator_allow_large_pages(bool allowed) {
    (void)allowed;
}
#endif
