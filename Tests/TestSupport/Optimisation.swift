/// Whether this is a build in which arrays of constants and the like cost no memory.
public let isOptimised: Bool = {
  var isOptimised = true
  assert(
    {
      isOptimised = false
      return true
    }())
  return isOptimised
}()
