/// Generalised advantage estimation (Schulman et al., 2016, equations 11, 12 and 16): A(t) is the
/// sum over l of (discount x trace)^l delta(t + l), with delta(t) = r(t) + discount V(t + 1) - V(t).
///
/// All rows are steps, oldest first, each with one number per world. An episode that came to its
/// own end is followed by nothing; one that a time limit cut is followed by the value in
/// `bootstraps`, since it would have gone on (Pardo et al., 2018).
///
/// - Parameters:
///   - lastValues: the values of the states after the last row.
///   - advantages: receives the result, laid out like the rewards.
func estimateAdvantages(
  rewards: [Float], rewardScale: Float, values: [Float], ends: [Bool], bootstraps: [Float],
  lastValues: [Float], discount: Float, trace: Float, into advantages: inout [Float]
) {
  let (rewards, values, ends) = (rewards.span, values.span, ends.span)
  let (bootstraps, last) = (bootstraps.span, lastValues.span)
  var result = advantages.mutableSpan
  let worlds = last.count
  var start = rewards.count
  while start > 0 {
    let isLast = start == rewards.count
    start -= worlds
    for world in 0..<worlds {
      let entry = start + world
      let following = isLast ? last[world] : values[entry + worlds]
      let later = isLast ? 0 : result[entry + worlds]
      let hasEnded = ends[entry]
      let next = hasEnded ? bootstraps[entry] : following
      let error = rewardScale * rewards[entry] + discount * next - values[entry]
      result[entry] = error + (hasEnded ? 0 : discount * trace * later)
    }
  }
}
