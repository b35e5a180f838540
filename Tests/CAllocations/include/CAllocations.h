#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

/// How many blocks of memory the calling thread has asked for so far.
long allocations_on_this_thread(void);

#endif
