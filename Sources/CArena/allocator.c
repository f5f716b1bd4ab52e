#ifdef __linux__
/// What jemalloc, with which the program is linked there, reads when it starts: memory comes in pages of 2 MB where the
/// kernel has them. The pages of 4 KB that a build asks for one after the other cost it a fortieth of its time.
const char *malloc_conf = "thp:always";
#endif
