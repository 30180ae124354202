#ifndef RECORD_H
#define RECORD_H

#include <sys/types.h>

// What changes the files of one folder is written down, in the order in which it was done:
//
//   FAULT=record
//   FAULT_FOLDER=FOLDER   the folder that is watched, by its absolute path
//   FAULT_TRACE=FILE      where it is written down, outside that folder
//
// Each record is a line, and behind the line of a write the bytes that were written:
//
//   create FILE NAME      open FILE NAME       a file gets a number, which is that of its inode
//   write FILE PLACE COUNT                     cut FILE SIZE
//   sync FILE             folder               the file, or the folder, is on the device
//   rename FROM/TO        unlink NAME
//   say COUNT                                  what was written to standard output

/// Whether things are written down.
int recording(void);

/// Where the next write to a descriptor goes; to be asked before it.
off_t record_place(int descriptor);

/// Whether there is something under a path; to be asked before it is opened.
int record_exists(const char *path);

void record_open(int descriptor, const char *path, int existed, int truncates);
void record_write(int descriptor, const void *bytes, ssize_t count, off_t place);
void record_cut(int descriptor, off_t size);
void record_sync(int descriptor);
void record_rename(const char *from, const char *to);
void record_unlink(const char *path);

#endif
