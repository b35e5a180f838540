#include "CMPI.h"

#ifdef REPERTOIRE_MPI

#include <mpi.h>
#include <stddef.h>

static int32_t rank = 0;
static int32_t size = 1;

bool cmpi_is_built(void) { return true; }

void cmpi_start(void) {
  int is_started = 0;
  MPI_Initialized(&is_started);
  if (!is_started) {
    int provided = 0;
    MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &provided);
  }
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
}

void cmpi_finish(void) {
  int is_over = 0;
  MPI_Finalized(&is_over);
  if (!is_over) MPI_Finalize();
}

int32_t cmpi_rank(void) { return rank; }
int32_t cmpi_count(void) { return size; }

void cmpi_sum(float *numbers, int32_t count) {
  MPI_Allreduce(MPI_IN_PLACE, numbers, count, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD);
}

void cmpi_gather_counts(int32_t own, int32_t *counts) {
  MPI_Allgather(&own, 1, MPI_INT32_T, counts, 1, MPI_INT32_T, MPI_COMM_WORLD);
}

void cmpi_gather(const double *own, int32_t count, double *all, const int32_t *counts,
                 const int32_t *starts) {
  MPI_Allgatherv(own, count, MPI_DOUBLE, all, counts, starts, MPI_DOUBLE, MPI_COMM_WORLD);
}

#else

bool cmpi_is_built(void) { return false; }
void cmpi_start(void) {}
void cmpi_finish(void) {}
int32_t cmpi_rank(void) { return 0; }
int32_t cmpi_count(void) { return 1; }
void cmpi_sum(float *numbers, int32_t count) {
  (void)numbers;
  (void)count;
}
void cmpi_gather_counts(int32_t own, int32_t *counts) { counts[0] = own; }
void cmpi_gather(const double *own, int32_t count, double *all, const int32_t *counts,
                 const int32_t *starts) {
  (void)counts;
  (void)starts;
  for (int32_t i = 0; i < count; i++) all[i] = own[i];
}

#endif
