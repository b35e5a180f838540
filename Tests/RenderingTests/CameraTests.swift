import Arena
import Math
import Testing

@testable import Rendering

/// Where things appear in a picture.
@Suite struct CameraTests {
  private let camera = Camera(
    eye: Vector3(3, -4, 2), target: Vector3(0.5, 1, 0.3), fieldOfView: 0.8)

  @Test func theTargetIsInTheMiddle() throws {
    let place = try #require(camera.place(of: camera.target, aspect: 1.6))
    #expect(abs(place.x - 0.5) < 1e-6)
    #expect(abs(place.y - 0.5) < 1e-6)
    #expect(abs(place.depth - (camera.target - camera.eye).length) < 1e-5)
  }

  @Test func aRayThroughThePlaceOfAPointMeetsThePoint() throws {
    var random = Random(seed: 1)
    for _ in 0..<200 {
      let point = camera.target + random.normalVector(deviation: 0.6)
      let place = try #require(camera.place(of: point, aspect: 1.6))
      let ray = camera.ray(x: place.x, y: place.y, aspect: 1.6)
      #expect((ray - (point - camera.eye).normalized()).length < 1e-5)
    }
  }

  @Test func whatIsBehindTheEyeIsNowhere() {
    #expect(camera.place(of: camera.eye - camera.look, aspect: 1) == nil)
  }

  @Test(arguments: CameraKind.allCases.filter { $0 != .firstPerson && $0 != .follow })
  func wholeScenesAreInThePicture(kind: CameraKind) throws {
    var scene = Scene()
    scene.lowerCorner = Vector3(-1, -3, -0.8)
    scene.upperCorner = Vector3(2, 3, 1.2)
    for aspect in [0.6, 1, 1.78] {
      let camera = Camera(kind, of: scene, aspect: aspect)
      for corner in 0..<8 {
        let point = Vector3(
          corner & 1 == 0 ? -1 : 2, corner & 2 == 0 ? -3 : 3, corner & 4 == 0 ? -0.8 : 1.2)
        let place = try #require(camera.place(of: point, aspect: aspect))
        #expect((-0.001...1.001).contains(place.x) && (-0.001...1.001).contains(place.y))
      }
    }
  }
}
