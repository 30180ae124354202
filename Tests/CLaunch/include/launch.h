#pragma once

#include <sys/types.h>

/// Starts a program as a shell or a scheduler would: in a folder, with three standard descriptors and
/// no other, and with no signal blocked or ignored, whatever the calling process does.
///
/// Foundation's `Process` passes an ignored signal on, and some tests ignore signals.
///
/// Returns 0, or the number of the error.
int launch(pid_t *identifier, const char *path, char *const arguments[], char *const environment[],
           const char *folder, const int descriptors[3]);
