import CAllocations

/// How many blocks of memory `work` asks for on this thread.
public func allocations(during work: () -> Void) -> Int {
  let before = allocations_on_this_thread()
  work()
  return allocations_on_this_thread() - before
}
