// Box2D takes its memory in chunks of 16 kB, of which a small world uses the beginnings. From malloc
// all beginnings lie in the same few sets of the processor's caches and each in a page of its own:
// of a thousand worlds that step in turn, every step would wait for memory. These take the place of
// Box2D's own: chunks come from huge pages, each a few cache lines further on than the last.
#include <box2d/b2_settings.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <mutex>

namespace {

// Before every block: what to do with it when it is given back.
struct alignas(16) Header {
  Header *next;
  bool is_chunk;
};

// As in b2_block_allocator.cpp, which does not tell.
constexpr std::size_t chunk_size = 16 * 1024;
constexpr std::size_t stride = chunk_size + 17 * 64;
constexpr std::size_t page_size = 2 << 20;

std::mutex mutex;
Header *unused = nullptr;
char *page = nullptr;
std::size_t used = page_size;

Header *take_chunk() {
  std::lock_guard<std::mutex> guard(mutex);
  if (unused) {
    Header *header = unused;
    unused = header->next;
    return header;
  }
  if (used + stride > page_size) {
    page = static_cast<char *>(std::aligned_alloc(page_size, page_size));
    if (!page) std::abort();
    madvise(page, page_size, MADV_HUGEPAGE);
    used = 0;
  }
  Header *header = reinterpret_cast<Header *>(page + used);
  used += stride;
  return header;
}

}  // namespace

void *b2Alloc_Default(int32 size) {
  const bool is_chunk = size == static_cast<int32>(chunk_size);
  void *block = is_chunk ? take_chunk() : std::malloc(sizeof(Header) + size);
  if (!block) std::abort();
  Header *header = static_cast<Header *>(block);
  header->is_chunk = is_chunk;
  return header + 1;
}

void b2Free_Default(void *mem) {
  if (!mem) return;
  Header *header = static_cast<Header *>(mem) - 1;
  if (!header->is_chunk) return std::free(header);
  std::lock_guard<std::mutex> guard(mutex);
  header->next = unused;
  unused = header;
}
