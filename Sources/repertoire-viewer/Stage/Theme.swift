#if Viewer

import Arena

/// The colours of everything that is drawn over a picture.
enum Theme {
  static let panel = Scene.Colour(14, 18, 26, alpha: 205)
  static let panelLine = Scene.Colour(70, 80, 96, alpha: 160)
  static let text = Scene.Colour(238, 241, 246)
  static let faint = Scene.Colour(164, 174, 188)
  static let accent = Scene.Colour(255, 178, 44)
  static let bar = Scene.Colour(74, 144, 226)
  static let shade = Scene.Colour(0, 0, 0, alpha: 150)
  static let fault = Scene.Colour(255, 112, 96)

  /// From slow to fast: blue, green, yellow, red.
  static func speed(_ share: Double, alpha: UInt8 = 255) -> Scene.Colour {
    let stops: [(Double, Double, Double)] = [
      (66, 135, 245), (64, 200, 160), (250, 214, 70), (240, 80, 56),
    ]
    let place = min(max(share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    let part = place - Double(index)
    func mix(_ a: Double, _ b: Double) -> UInt8 { UInt8((a + part * (b - a)).rounded()) }
    let (a, b) = (stops[index], stops[index + 1])
    return Scene.Colour(mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2), alpha: alpha)
  }
}

#endif
