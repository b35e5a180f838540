extension Shaders {
  static let grainVertex = """
    layout(location = 0) in vec2 corner;
    void main() { gl_Position = vec4(corner, 0.0, 1.0); }
    """

  /// The grain of a layer, worked out from the place on the face in sixteenths of a block.
  static let grainFragment = """
    uniform int layer;
    out vec4 pixel;

    float noise(vec2 p) {
      return fract(sin(dot(floor(p), vec2(12.9898, 78.233))) * 43758.5453);
    }

    // Distance to the nearest border of bricks of the given size, each row shifted by half a brick.
    float joint(vec2 p, vec2 size) {
      float row = floor(p.y / size.y);
      vec2 q = vec2(mod(p.x + 0.5 * size.x * mod(row, 2.0), size.x), mod(p.y, size.y));
      return min(min(q.x, size.x - q.x), min(q.y, size.y - q.y));
    }

    // How much lighter or darker the place is than the block's colour.
    float shade(int grain, vec2 p, vec2 block, bool isLevel) {
      float fine = noise(p + 37.0 * block);
      if (grain == 1) return 0.84 + 0.3 * fine;
      if (grain == 2) {
        float board = floor(p.y / 4.0);
        float tone = noise(vec2(board, 3.0 + floor((p.x + 8.0 * mod(board, 2.0)) / 16.0)));
        float seam = mod(p.y, 4.0) < 0.7 ? 0.72 : 1.0;
        return (0.88 + 0.16 * tone + 0.08 * noise(vec2(p.x / 3.0, board))) * seam;
      }
      if (grain == 3) {
        if (isLevel) {
          vec2 q = abs(mod(p, 16.0) - 8.0);
          return 1.12 - 0.2 * mod(floor(max(q.x, q.y)), 2.0);
        }
        return 0.8 + 0.36 * noise(vec2(p.x, p.y / 5.0));
      }
      if (grain == 4) return (joint(p, vec2(8.0, 4.0)) < 0.5 ? 0.72 : 0.97 + 0.12 * fine);
      if (grain == 5) {
        // 24 stones of uneven edges fill the eight blocks after which the grain repeats.
        vec2 stone = vec2(128.0 / 24.0, 4.0);
        float d = joint(p + vec2(1.5 * sin(p.y * 20.0 * 6.2831853 / 128.0), 0.0), stone);
        return (d < 0.6 ? 0.66 : 0.9 + 0.24 * noise(floor(p / stone) + 0.5)) + 0.08 * fine;
      }
      if (grain == 6) return 0.62 + 0.6 * fine;
      if (grain == 7) return 0.84 + 0.32 * fine;
      if (grain == 9) return 0.93 + 0.1 * noise(p / vec2(2.0, 1.0)) + 0.05 * fine;
      if (grain == 10) return noise(floor(p / 2.0) + block) > 0.8 ? 1.7 : 0.84 + 0.2 * fine;
      if (grain == 11) return 0.94 + 0.1 * noise(vec2(p.x / 4.0, p.y));
      if (grain == 12) {
        vec2 q = mod(p, 8.0);
        return min(q.x, q.y) < 0.6 ? 0.78 : 1.0 + 0.05 * fine;
      }
      return 1.0;
    }

    void main() {
      // Two texels a sixteenth of a block, eight blocks a layer.
      vec2 p = gl_FragCoord.xy / 2.0;
      int grain = layer & 15;
      bool isLevel = layer >= 16;
      float other = 0.0;
      // Earth under a fringe of turf.
      if (grain == 7 && !isLevel && mod(p.y, 16.0) < 12.5 + 2.5 * noise(vec2(p.x, 1.0))) other = 1.0;
      pixel = vec4(0.5 * shade(grain, p, floor(p / 16.0), isLevel), other, 0.0, 1.0);
    }
    """
}
