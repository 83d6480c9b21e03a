import { linearColor } from "./color.ts";
import type { Sky } from "./scene.ts";
import { cross, normalize, scale, sideways, type Vector } from "./vector.ts";
import type { WordWriter } from "./wordWriter.ts";

/** Words that {@link packSky} writes. */
export const SKY_WORDS = 8;

/** Share of the paths leaving a matt surface that aim at the sun. */
const SUN_SHARE = 0.5;
const UP: Vector = [0, 1, 0];

/** Writes the part of the shader's `Scene` from `zenith` to `sunUp`. */
export function packSky(words: WordWriter, sky: Sky, groundHeight: number): void {
  const { zenith, horizon, strength, glow, sun } = sky;
  const sunToward = normalize(sun?.toward ?? UP);
  const sunRight = sideways(sunToward);
  // Where there is no sun, no direction is in it.
  const sunCap = sun ? 1 - Math.cos((sun.radius * Math.PI) / 180) : -2;
  words.floats(radiance(zenith, strength), groundHeight);
  words.floats(radiance(horizon, strength), glow?.sharpness ?? 1);
  words.floats(glow ? radiance(glow.color, glow.strength) : [0, 0, 0], sun ? SUN_SHARE : 0);
  words.floats(normalize(glow?.toward ?? UP), sunCap);
  words.floats(sun ? radiance(sun.color, sun.strength) : [0, 0, 0]);
  words.floats(sunToward);
  words.floats(sunRight);
  words.floats(cross(sunRight, sunToward));
}

const radiance = (color: string, strength: number): Vector => scale(linearColor(color), strength);
