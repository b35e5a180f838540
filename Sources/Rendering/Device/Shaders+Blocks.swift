extension Shaders {
  /// Blocks: the grain is worked out from the place on the face, in sixteenths of a block, and fades
  /// where a pixel covers more than one of them.
  static let chunkFragment =
    light + """
      in vec3 position;
      in float openness;
      flat in vec3 normal;
      flat in vec4 colour;
      flat in int grain;
      flat in int side;
      flat in int glows;
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
      float shade(vec2 p, vec2 block, bool isLevel) {
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
          float d = joint(p + vec2(1.5 * sin(p.y), 0.0), vec2(5.0, 4.0));
          return (d < 0.6 ? 0.66 : 0.9 + 0.24 * noise(floor(p / vec2(5.0, 4.0)) + 0.5)) + 0.08 * fine;
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
        bool isLevel = side == 2 || side == 3;
        vec2 face = isLevel ? position.xy : side < 2 ? position.yz : position.xz;
        vec2 p = 16.0 * face;
        float cover = max(fwidth(p.x), fwidth(p.y));
        float detail = clamp(1.6 - cover, 0.0, 1.0);
        vec3 base = colour.rgb;
        float alpha = colour.a;
        vec2 block = floor(face - 1e-4);
        if (grain == 7 && !isLevel) {
          // Earth under a fringe of turf.
          float fringe = 12.5 + 2.5 * noise(vec2(p.x, 1.0));
          if (mod(p.y, 16.0) < fringe) base = vec3(0.47, 0.34, 0.23);
        }
        if (grain == 8) {
          vec2 q = abs(mod(p, 16.0) - 8.0);
          float frame = max(q.x, q.y) > 7.0 ? 1.0 : 0.0;
          alpha = mix(alpha, min(1.0, alpha + 0.5), frame);
        }
        float tone = mix(1.0, shade(p, block, isLevel), detail);
        base = clamp(base * tone, 0.0, 1.0);
        if (glows != 0) {
          pixel = vec4(mix(base, vec3(1.0, 0.95, 0.8), 0.25), alpha);
          return;
        }
        float open_ = 0.45 + 0.55 * openness;
        pixel = vec4(
          finished(lit(base, normal, position, open_, grain == 11 ? 0.5 : 0.0), position), alpha);
      }
      """
}
