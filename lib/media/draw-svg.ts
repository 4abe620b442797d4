import { execFile } from 'node:child_process';
import { AppError } from '../errors';
import { checkSvg } from './check-svg';
import { mostDrawingBytes, mostPixels } from './media-rules';

const mostMilliseconds = 10_000;
const mostMemoryBytes = 768 * 1024 * 1024;

/**
 * Draws an SVG into pixels: as many as it wants on a fine screen, and enough for a logo. Nothing of
 * the drawing itself is ever served, so that no script, style or address in it can do anything; the
 * library that draws it runs none and fetches nothing.
 *
 * In a process of its own, with an empty environment: a drawing may ask for hours of work or all
 * memory there is, and only a process can be ended in the middle of it.
 *
 * @returns a PNG.
 * @throws AppError too_large over 1 MB; unusable for what is damaged, declares entities, or takes too
 *   much time or memory.
 */
export async function drawSvg(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > mostDrawingBytes) {
    throw new AppError(
      'too_large',
      'A drawing may have at most 1 MB. Export it simplified, or as PNG.',
    );
  }
  checkSvg(bytes);
  try {
    return await drawApart(bytes);
  } catch (error) {
    // At its time by us, at its memory by itself.
    const isEnded = (error as { signal?: string }).signal === 'SIGKILL';
    const words = isEnded
      ? 'The drawing takes too long to draw. Export it simplified, or as PNG.'
      : 'The drawing is damaged or incomplete. Export it again as plain SVG.';
    throw new AppError('unusable', words, { cause: error });
  }
}

function drawApart(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        encoding: 'buffer',
        timeout: mostMilliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
        env: { NODE_ENV: 'production' },
      } as const,
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    // It may have ended before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(bytes);
  });
}

// Resolved from the working folder, where the process was started.
const script = `
import sharp from 'sharp';
// The library draws beside this thread, which can look.
setInterval(() => {
  if (process.memoryUsage.rss() > ${mostMemoryBytes}) process.kill(process.pid, 'SIGKILL');
}, 20).unref();
const parts = [];
for await (const part of process.stdin) parts.push(part);
const bytes = Buffer.concat(parts);
const { width, height } = await sharp(bytes, { density: 72 }).metadata();
const longest = Math.max(width, height);
const wanted = Math.min(Math.max(longest * 2, 512), 2048);
const density = Math.min(Math.max((72 * wanted) / longest, 1), 20000);
const drawn = await sharp(bytes, { density, failOn: 'error', limitInputPixels: ${mostPixels} })
  .png({ compressionLevel: 3 }).toBuffer();
process.stdout.write(drawn);
`;
