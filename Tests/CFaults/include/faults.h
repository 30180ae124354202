#ifndef FAULTS_H
#define FAULTS_H

// A program that has this inside fails, or dies, at the very call that its environment names:
//
//   FAULT_AT=17        the 17th call that changes a file
//   FAULT=kill         it is killed there; also ENOSPC, EIO, EINTR, and short for half a write
//
// With FAULT=record it writes down what it does instead; see record.h.
//
// Its calls come before the system's, also for the libraries it loads.

/// How many calls that change files were made so far.
long fault_calls(void);

#endif
