#pragma once
#include <signal.h>
#include <sys/prctl.h>

// prctl takes a variable list of arguments, which Swift cannot call.

/// Has the kernel kill this process when the one that forked it dies; 0 on success.
static inline int narrate_die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

/// Forbids a core image of this process, also to a handler behind a pipe, which
/// RLIMIT_CORE 0 does not stop (core(5)); 0 on success.
static inline int narrate_leave_no_core(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/// A file without a name that is gone with its last descriptor, which no program that is started
/// inherits (MFD_CLOEXEC, 1, of memfd_create(2)); -1 on failure.
static inline int narrate_memory_file(const char *name) {
  // Declared by <sys/mman.h> for GNU sources alone.
  extern int memfd_create(const char *name, unsigned int flags);
  return memfd_create(name, 1);
}
