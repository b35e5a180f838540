#ifndef CMPI_H
#define CMPI_H

#include <stdbool.h>
#include <stdint.h>

// The few functions of MPI that training needs. Built without the package trait MPI they are those
// of a group of one process, so that callers need not know. All may be called from one thread only,
// the one that called cmpi_start. An error inside MPI ends the whole job, as MPI does by default.

/// Whether the program was built with MPI.
bool cmpi_is_built(void);
/// Joins the group that the launcher made; a process started without a launcher is its own group.
void cmpi_start(void);
/// Leaves the group; every process must.
void cmpi_finish(void);
/// The number of this process in the group, from 0.
int32_t cmpi_rank(void);
/// How many processes are in the group.
int32_t cmpi_count(void);
/// Replaces every number by its sum over the group, the same bits in every process.
void cmpi_sum(float *numbers, int32_t count);
/// How many numbers every process has to give; `counts` has room for one per process.
void cmpi_gather_counts(int32_t own, int32_t *counts);
/// Every process's numbers one after the other, in every process.
void cmpi_gather(const double *own, int32_t count, double *all, const int32_t *counts,
                 const int32_t *starts);

#endif
