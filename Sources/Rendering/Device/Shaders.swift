/// The programs that run on the graphics card, in GLSL 3.30.
enum Shaders {
  /// Light, shadow and haze, the same for everything solid. Colours are squared on the way in and
  /// rooted on the way out, which is close to what screens do.
  static let light = """
    uniform vec3 eye;
    uniform vec3 sun;
    uniform vec3 skyLight;
    uniform vec3 groundLight;
    uniform vec3 sunLight;
    uniform vec3 haze;
    uniform float hazeStart;
    uniform float hazeEnd;
    uniform float shadowTexel;
    uniform mat4 lightMatrix;
    uniform sampler2DShadow shadowMap;

    float sunShare(vec3 position, vec3 normal) {
      vec4 p = lightMatrix * vec4(position + normal * shadowTexel * 1.5, 1.0);
      // Outside the map there is light.
      if (any(greaterThan(abs(p.xyz), vec3(1.0)))) return 1.0;
      vec3 c = 0.5 * p.xyz + 0.5;
      // Two places of four depths each: on a processor they are most of the price of a pixel.
      vec3 t = vec3(0.6, 0.35, 0.0) / 2048.0;
      return 0.5 * (texture(shadowMap, c - t) + texture(shadowMap, c + t));
    }

    vec3 lit(vec3 albedo, vec3 normal, vec3 position, float openness, float gloss) {
      vec3 base = albedo * albedo;
      float facing = dot(normal, sun);
      float direct = facing > 0.0 ? facing * sunShare(position, normal) : 0.0;
      vec3 around = mix(groundLight, skyLight, 0.5 + 0.5 * normal.z) * openness;
      vec3 colour = base * (around + sunLight * direct * (0.5 + 0.5 * openness));
      if (gloss > 0.0) {
        vec3 half_ = normalize(sun + normalize(eye - position));
        float shine = max(dot(normal, half_), 0.0);
        // To the 48th power.
        shine *= shine;
        shine *= shine;
        shine *= shine;
        shine *= shine;
        shine *= shine * shine * gloss;
        colour += sunLight * shine * direct;
      }
      return colour;
    }

    vec3 finished(vec3 colour, vec3 position) {
      float share = clamp((distance(eye, position) - hazeStart) / (hazeEnd - hazeStart), 0.0, 1.0);
      return sqrt(mix(colour, haze * haze, share * share));
    }

    """

  static let shapeVertex = """
    layout(location = 0) in vec3 point;
    layout(location = 1) in vec3 direction;
    layout(location = 2) in float end;
    layout(location = 3) in vec4 rowX;
    layout(location = 4) in vec4 rowY;
    layout(location = 5) in vec4 rowZ;
    layout(location = 6) in vec4 stretch;
    layout(location = 7) in vec4 tint;
    uniform mat4 viewProjection;
    out vec3 position;
    out vec3 normal;
    out vec3 local;
    flat out vec4 colour;
    flat out int finish;
    void main() {
      vec4 p = vec4(point, 1.0);
      position = vec3(dot(rowX, p), dot(rowY, p), dot(rowZ, p)) + end * stretch.xyz;
      normal = normalize(
        vec3(dot(rowX.xyz, direction), dot(rowY.xyz, direction), dot(rowZ.xyz, direction)));
      local = point;
      colour = tint;
      finish = int(stretch.w + 0.5);
      gl_Position = viewProjection * vec4(position, 1.0);
    }
    """

  static let shapeFragment =
    light + """
      in vec3 position;
      in vec3 normal;
      in vec3 local;
      flat in vec4 colour;
      flat in int finish;
      out vec4 pixel;
      void main() {
        float alpha = colour.a;
        if (finish == 3) {
          pixel = vec4(colour.rgb, alpha);
          return;
        }
        if (finish == 2) {
          // Threads 15 mm apart; where they are finer than a pixel, their share of it.
          vec2 thread = position.xz / 0.015;
          vec2 width = fwidth(thread);
          vec2 line = smoothstep(0.5 - 0.18 - width, vec2(0.5 - 0.18), abs(fract(thread) - 0.5));
          float sharp = max(line.x, line.y);
          alpha *= mix(sharp, 0.5, clamp(2.0 * max(width.x, width.y), 0.0, 1.0));
        }
        vec3 n = normalize(normal);
        pixel = vec4(
          finished(lit(colour.rgb, n, position, 1.0, finish == 1 ? 0.6 : 0.12), position), alpha);
      }
      """

  static let groundVertex = """
    layout(location = 0) in vec2 corner;
    uniform mat4 viewProjection;
    uniform float height;
    uniform float extent;
    out vec3 position;
    void main() {
      position = vec3(corner * extent, height);
      gl_Position = viewProjection * vec4(position, 1.0);
    }
    """

  /// A floor with a line every metre, and in a hall a court of another colour.
  static let groundFragment =
    light + """
      in vec3 position;
      out vec4 pixel;
      uniform vec3 floorColour;
      uniform vec3 courtColour;
      uniform vec2 courtHalf;
      uniform float lineShare;
      void main() {
        vec2 p = position.xy;
        vec2 width = max(fwidth(p), vec2(1e-5));
        vec2 gap = abs(fract(p + 0.5) - 0.5);
        vec2 line = 1.0 - smoothstep(0.008 + 0.5 * width, 0.008 + 1.5 * width, gap);
        line *= clamp(0.25 / width, 0.0, 1.0);
        vec2 edge = courtHalf - abs(p);
        float inside = smoothstep(-width.x, width.x, edge.x) * smoothstep(-width.y, width.y, edge.y);
        vec3 base = mix(floorColour, courtColour, inside);
        base = mix(base, base * 1.25 + 0.03, lineShare * max(line.x, line.y));
        pixel = vec4(finished(lit(base, vec3(0, 0, 1), position, 1.0, 0.0), position), 1.0);
      }
      """

  static let chunkVertex = """
    layout(location = 0) in uvec4 cell;
    layout(location = 1) in vec4 tint;
    uniform mat4 viewProjection;
    uniform vec3 corner;
    out vec3 position;
    out float openness;
    flat out vec3 normal;
    flat out vec4 colour;
    flat out int grain;
    flat out int side;
    flat out int glows;
    const vec3 normals[6] = vec3[](
      vec3(-1, 0, 0), vec3(1, 0, 0), vec3(0, 0, -1), vec3(0, 0, 1), vec3(0, 1, 0), vec3(0, -1, 0));
    void main() {
      vec3 p = vec3(cell.xyz) / 16.0;
      position = corner + vec3(p.x, -p.z, p.y);
      side = int(cell.w & 7u);
      normal = normals[side];
      openness = float(cell.w >> 3 & 3u) / 3.0;
      grain = int(cell.w >> 5 & 15u);
      glows = int(cell.w >> 9 & 1u);
      colour = tint;
      gl_Position = viewProjection * vec4(position, 1.0);
    }
    """

  static let depthFragment = "void main() {}"

  static let skyVertex = """
    layout(location = 0) in vec2 corner;
    out float height;
    void main() {
      height = 0.5 + 0.5 * corner.y;
      gl_Position = vec4(corner, 0.9999, 1.0);
    }
    """

  static let skyFragment = """
    in float height;
    out vec4 pixel;
    uniform vec3 lower;
    uniform vec3 upper;
    void main() { pixel = vec4(mix(lower, upper, smoothstep(0.25, 1.0, height)), 1.0); }
    """

  /// A line as a strip of steady width on the screen; what lies behind the eye is cut off.
  static let lineVertex = """
    layout(location = 0) in vec2 corner;
    layout(location = 1) in vec4 start;
    layout(location = 2) in vec4 finish;
    layout(location = 3) in vec4 startTint;
    layout(location = 4) in vec4 finishTint;
    uniform mat4 viewProjection;
    uniform vec2 size;
    uniform float scale;
    out vec4 colour;
    void main() {
      vec4 a = viewProjection * vec4(start.xyz, 1.0);
      vec4 b = viewProjection * vec4(finish.xyz, 1.0);
      float near = 0.02;
      if (a.w < near && b.w < near) {
        gl_Position = vec4(0, 0, 2, 1);
        colour = vec4(0);
        return;
      }
      if (a.w < near) a = mix(a, b, (near - a.w) / (b.w - a.w));
      if (b.w < near) b = mix(b, a, (near - b.w) / (a.w - b.w));
      vec2 way = (b.xy / b.w - a.xy / a.w) * size;
      float span = length(way);
      vec2 along = span > 1e-4 ? way / span : vec2(1, 0);
      vec2 across = vec2(-along.y, along.x);
      float reach = 0.5 * start.w * scale;
      vec4 p = corner.x < 0.5 ? a : b;
      vec2 offset = (corner.y * across + (corner.x - 0.5) * 2.0 * 0.5 * along) * reach;
      p.xy += offset * 2.0 / size * p.w;
      p.z -= 1e-4 * p.w;
      colour = corner.x < 0.5 ? startTint : finishTint;
      gl_Position = p;
    }
    """

  static let lineFragment = """
    in vec4 colour;
    out vec4 pixel;
    void main() { pixel = colour; }
    """

  static let sheetVertex = """
    layout(location = 0) in vec2 corner;
    layout(location = 1) in vec2 place;
    layout(location = 2) in vec4 tint;
    uniform vec2 size;
    out vec2 spot;
    out vec4 colour;
    void main() {
      spot = place;
      colour = tint;
      gl_Position = vec4(2.0 * corner.x / size.x - 1.0, 1.0 - 2.0 * corner.y / size.y, 0.0, 1.0);
    }
    """

  static let sheetFragment = """
    in vec2 spot;
    in vec4 colour;
    out vec4 pixel;
    uniform sampler2D glyphs;
    void main() {
      float share = spot.x < 0.0 ? 1.0 : texture(glyphs, spot).r;
      pixel = vec4(colour.rgb, colour.a * share);
    }
    """
}
