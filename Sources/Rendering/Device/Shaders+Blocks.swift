extension Shaders {
  /// Blocks: the grain comes from the place on the face, in sixteenths of a block, and fades where a
  /// pixel covers more than one of them.
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
      uniform sampler2DArray grains;

      void main() {
        bool isLevel = side == 2 || side == 3;
        vec2 face = isLevel ? position.xy : side < 2 ? position.yz : position.xz;
        vec2 p = 16.0 * face;
        float cover = max(fwidth(p.x), fwidth(p.y));
        float detail = clamp(1.6 - cover, 0.0, 1.0);
        vec3 base = colour.rgb;
        float alpha = colour.a;
        ivec2 texel = ivec2(floor(2.0 * p)) & 255;
        vec2 look = texelFetch(grains, ivec3(texel, grain + (isLevel ? 16 : 0)), 0).rg;
        base = mix(base, vec3(0.47, 0.34, 0.23), look.g);
        if (grain == 8) {
          vec2 q = abs(mod(p, 16.0) - 8.0);
          float frame = max(q.x, q.y) > 7.0 ? 1.0 : 0.0;
          alpha = mix(alpha, min(1.0, alpha + 0.5), frame);
        }
        float tone = mix(1.0, 2.0 * look.r, detail);
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
