import sharp from 'sharp';

interface DrawOptions {
  width?: number;
  height?: number;
  format?: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif';
}

/** A file as somebody might upload it: a sky over a field, in a colour that makes it another file. */
export async function drawPicture(
  color: string,
  { width = 1800, height = 1200, format = 'jpeg' }: DrawOptions = {},
): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#cfe3f2"/>
    <circle cx="75%" cy="30%" r="${height / 9}" fill="#f2b84b"/>
    <rect y="62%" width="100%" height="38%" fill="${color}"/></svg>`;
  return sharp(Buffer.from(svg)).toFormat(format).toBuffer();
}
