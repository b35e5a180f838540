import Math

/// Wind that never repeats itself: tanh(sin 2kx + sin pi kx) with k = 0.01.
struct LanderWind: Sendable {
  private var wind = 0
  private var torque = 0

  init() {}

  init(_ random: inout Random) {
    wind = random.index(below: 19_998) - 9999
    torque = random.index(below: 19_998) - 9999
  }

  mutating func blow(_ craft: inout LanderCraft, _ setup: Lander.Setup) {
    guard setup.windPower > 0 || setup.turbulencePower > 0 else { return }
    craft.world.push(
      craft.hull, force: Planar(setup.windPower * strength(wind), 0),
      torque: setup.turbulencePower * strength(torque))
    wind += 1
    torque += 1
  }

  private func strength(_ index: Int) -> Double {
    let place = 0.01 * Double(index)
    return tanh(sincos(2 * place).sine + sincos(.pi * place).sine)
  }

  func hash(into digest: inout Digest) {
    digest.combine(wind)
    digest.combine(torque)
  }
}
