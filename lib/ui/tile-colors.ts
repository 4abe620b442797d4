const HEX = /^#[0-9a-f]{6}$/i;
const NEUTRAL = '#4a5059';

/**
 * Ground and letter colour of a tile where no theme variables reach.
 * @param brandColor #rrggbb; anything else gives the neutral grey, so no style is ever injected
 */
export function tileColors(brandColor: string): { ground: string; letter: string } {
  const ground = HEX.test(brandColor) ? brandColor : NEUTRAL;
  const light = luminance(ground);
  // Contrast with white against contrast with black, as WCAG 2 counts it.
  const letter = 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
  return { ground, letter };
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
