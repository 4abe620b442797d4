import sharp from 'sharp';

/** Draws a small PNG of one colour, as somebody might upload it. */
export function drawnBytes(color: string, width = 20): Promise<Buffer> {
  return sharp({ create: { width, height: 10, channels: 3, background: color } })
    .png()
    .toBuffer();
}
