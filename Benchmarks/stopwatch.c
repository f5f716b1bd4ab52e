// Runs a program and says what it cost, as one line of JSON in the file RESULT.
//
// This is a program of its own, and a small one, because Linux counts the memory of whoever starts
// a program into that program's peak: measured from a large process, small ones look large.
//
//   stopwatch RESULT PROGRAM [ARGUMENT…]
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: stopwatch RESULT PROGRAM [ARGUMENT...]\n");
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child < 0) return perror("fork"), 3;
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        execv(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0) return perror("wait4"), 3;
    double wall = now() - start;

    FILE *result = fopen(argv[1], "w");
    if (!result) return perror(argv[1]), 3;
    fprintf(result, "{\"wall\": %.6f, \"user\": %.6f, \"system\": %.6f, \"peak\": %ld}\n", wall,
            seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss * 1024L);
    fclose(result);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
