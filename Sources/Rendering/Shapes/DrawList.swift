import Arena
import Math

/// A scene sorted by how it is drawn.
struct DrawList: Sendable {
  /// Placements of boxes, capsules (spheres included) and cylinders without transparency.
  var boxes = Placements()
  var capsules = Placements()
  var cylinders = Placements()
  /// What one can see through, to be drawn one by one.
  var translucent: [Translucent] = []
  var lines = Lines()
  var labels: [(place: Vector3, text: String)] = []

  /// One thing that lets light through.
  struct Translucent: Sendable {
    var form: Form
    var placement: Placements
    var centre: Vector3
  }

  enum Form: Sendable { case box, capsule, cylinder }

  mutating func removeAll() {
    boxes.removeAll()
    capsules.removeAll()
    cylinders.removeAll()
    translucent.removeAll(keepingCapacity: true)
    lines.removeAll()
    labels.removeAll(keepingCapacity: true)
  }

  mutating func add(_ scene: Scene) {
    for item in scene.items { add(item) }
  }

  mutating func add(_ item: Scene.Item) {
    switch item.shape {
    case .sphere(let centre, let radius):
      let frame = Placements.Frame(centre, radius * .unitX, radius * .unitY, radius * .unitZ)
      put(.capsule, frame, .zero, item)
    case .capsule(let from, let to, let radius):
      let way = to - from
      let turn = Rotation(from: .unitZ, to: way.normalized())
      let frame = Placements.Frame(
        from, radius * turn(.unitX), radius * turn(.unitY), radius * turn(.unitZ))
      put(.capsule, frame, way, item)
    case .box(let centre, let half, let rotation):
      let frame = Placements.Frame(
        centre, half.x * rotation(.unitX), half.y * rotation(.unitY), half.z * rotation(.unitZ))
      put(.box, frame, .zero, item)
    case .cylinder(let centre, let axis, let radius, let halfLength):
      let turn = Rotation(from: .unitZ, to: axis)
      let frame = Placements.Frame(
        centre, radius * turn(.unitX), radius * turn(.unitY), halfLength * axis)
      put(.cylinder, frame, .zero, item)
    case .line(let from, let to):
      lines.add(from, to, item.colour, item.colour, width: 2)
    case .label(let place, let text):
      labels.append((place, text))
    }
  }

  private mutating func put(
    _ form: Form, _ frame: Placements.Frame, _ stretch: Vector3, _ item: Scene.Item
  ) {
    if item.colour.alpha < 255 || item.finish == .mesh {
      var placement = Placements()
      placement.add(frame, stretch: stretch, item.colour, item.finish)
      translucent.append(
        Translucent(form: form, placement: placement, centre: frame.origin + 0.5 * stretch))
      return
    }
    switch form {
    case .box: boxes.add(frame, stretch: stretch, item.colour, item.finish)
    case .capsule: capsules.add(frame, stretch: stretch, item.colour, item.finish)
    case .cylinder: cylinders.add(frame, stretch: stretch, item.colour, item.finish)
    }
  }
}
