#if Viewer

import Arena
import Math

extension Scene {
  /// The scene a part of the way from this one to `next`, for pictures between two steps. Things
  /// that are not in both, and blocks, stay as they are here.
  func between(_ next: Scene, share: Double) -> Scene {
    guard share > 0, items.count == next.items.count else { return self }
    var scene = Scene()
    scene.chunks = chunks
    scene.blockLooks = blockLooks
    (scene.panels, scene.captions, scene.marks) = (panels, captions, marks)
    (scene.surroundings, scene.layers, scene.motions) = (surroundings, layers, motions)
    scene.lowerCorner = mix(lowerCorner, next.lowerCorner, share)
    scene.upperCorner = mix(upperCorner, next.upperCorner, share)
    for (a, b) in zip(items, next.items) {
      let shape = a.name == b.name ? a.shape.between(b.shape, share: share) : a.shape
      scene.add(shape, a.colour, name: a.name, finish: a.finish)
    }
    scene.viewpoints = zip(viewpoints, next.viewpoints).map { a, b in
      Viewpoint(
        name: a.name, eye: mix(a.eye, b.eye, share),
        look: mix(a.look, b.look, share).normalized(or: a.look))
    }
    return scene
  }
}

private func mix(_ a: Vector3, _ b: Vector3, _ share: Double) -> Vector3 {
  a + share * (b - a)
}

extension Scene.Shape {
  fileprivate func between(_ next: Scene.Shape, share: Double) -> Scene.Shape {
    switch (self, next) {
    case (.sphere(let a, let radius), .sphere(let b, _)):
      // What jumps was put there; it does not fly.
      (b - a).length > 1.5 ? self : .sphere(centre: mix(a, b, share), radius: radius)
    case (.capsule(let a, let b, let radius), .capsule(let c, let d, _)):
      .capsule(from: mix(a, c, share), to: mix(b, d, share), radius: radius)
    case (.box(let a, let half, let turn), .box(let b, _, let other)):
      .box(
        centre: mix(a, b, share), half: half,
        rotation: turn.between(other, share: share))
    case (.cylinder(let a, let axis, let r, let h), .cylinder(let b, let other, _, _)):
      .cylinder(
        centre: mix(a, b, share), axis: mix(axis, other, share).normalized(or: axis), radius: r,
        halfLength: h)
    case (.line(let a, let b), .line(let c, let d)):
      .line(from: mix(a, c, share), to: mix(b, d, share))
    case (.label(let a, let text), .label(let b, _)):
      .label(at: mix(a, b, share), text: text)
    default: self
    }
  }
}

extension Rotation {
  fileprivate func between(_ next: Rotation, share: Double) -> Rotation {
    let sign: Double = w * next.w + v.dot(next.v) < 0 ? -1 : 1
    return Rotation(
      w: w + share * (sign * next.w - w), v: v + share * (sign * next.v - v)
    ).normalized
  }
}

#endif
