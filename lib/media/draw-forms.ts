import sharp, { type Sharp, type SharpInput, type SharpOptions } from 'sharp';
import { AppError } from '../errors';
import { drawSvg } from './draw-svg';
import { inTurn } from './in-turn';
import { formWidths } from './media-address';
import { longestEdge, mostPixels } from './media-rules';
import type { PictureType } from './sniff-type';

/** One form of a picture: its bytes, and its width where it is not the whole. */
export interface PictureForm {
  width: number | null;
  bytes: Buffer;
  contentType: string;
}

/** A picture made anew: no byte of the upload is in it, and no word about where it was taken. */
export interface DrawnPicture {
  contentType: string;
  /** As in `jpg`. */
  ending: string;
  width: number;
  height: number;
  /** The whole first, then the narrower ones. */
  forms: PictureForm[];
}

// An open picture may take 200 MB.
const takeTurn = inTurn({ most: 2, waiting: 12 });
const secondsEach = 20;

/**
 * Opens an upload and draws it anew, turned upright, in all its widths. Moving pictures keep moving.
 *
 * @param bytes - of a file of that type.
 * @throws AppError unusable for one that is damaged, incomplete or too large to be opened,
 *   unavailable where too many wait.
 */
export function drawForms(bytes: Buffer, type: PictureType): Promise<DrawnPicture> {
  return takeTurn(async () => {
    try {
      const pixels = type === 'svg' ? await drawSvg(bytes) : bytes;
      return await draw(pixels, await sourceOf(pixels, type));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(
        'unusable',
        'The picture is damaged or incomplete. Save it again from the program it was made with.',
        { cause: error },
      );
    }
  });
}

interface Source {
  options: SharpOptions;
  kind: Kind;
  isMoving: boolean;
}

type Kind = 'jpeg' | 'png' | 'webp';

const kinds: Record<Kind, { ending: string; encode: (picture: Sharp) => Sharp }> = {
  jpeg: { ending: 'jpg', encode: (picture) => picture.jpeg({ quality: 85, mozjpeg: true }) },
  png: { ending: 'png', encode: (picture) => picture.png({ compressionLevel: 9 }) },
  webp: { ending: 'webp', encode: (picture) => picture.webp({ quality: 85, effort: 3 }) },
};

async function sourceOf(bytes: Buffer, type: PictureType): Promise<Source> {
  const options = { failOn: 'error', limitInputPixels: mostPixels } as const;
  // Its head alone: a limit here would refuse it in the library's words.
  const head = sharp(bytes, { ...options, limitInputPixels: false });
  const { width, height, pages = 1, pageHeight } = await head.metadata();
  requirePixels(width * (pageHeight ?? height) * pages);
  const isMoving = pages > 1 && (type === 'gif' || type === 'webp');
  if (type === 'gif') requireEnd(bytes);
  return { options: { ...options, animated: isMoving }, kind: kindOf(type, isMoving), isMoving };
}

function kindOf(type: PictureType, isMoving: boolean): Kind {
  if (isMoving || type === 'webp' || type === 'avif') return 'webp';
  return type === 'jpeg' ? 'jpeg' : 'png';
}

/** The library takes half a GIF for a whole one. */
function requireEnd(bytes: Buffer): void {
  const last = bytes.findLastIndex((byte) => byte !== 0);
  if (bytes[last] !== 0x3b) throw new Error('The GIF has no end.');
}

function requirePixels(pixels: number): void {
  if (pixels <= mostPixels) return;
  const millions = Math.ceil(pixels / 1_000_000).toLocaleString('en');
  throw new AppError(
    'unusable',
    `The picture has ${millions} million pixels; at most 50 million are taken. Make it smaller first.`,
  );
}

async function draw(bytes: SharpInput, source: Source): Promise<DrawnPicture> {
  const kind = kinds[source.kind];
  const whole = await encoded(bytes, source, kind.encode, {
    width: longestEdge,
    height: longestEdge,
  });
  const { width } = whole.info;
  const height = whole.info.pageHeight ?? whole.info.height;
  const contentType = `image/${source.kind}`;
  const forms: PictureForm[] = [{ width: null, bytes: whole.data, contentType }];
  for (const narrow of formWidths(width)) {
    const { data } = await encoded(bytes, source, kinds.webp.encode, { width: narrow });
    forms.push({ width: narrow, bytes: data, contentType: 'image/webp' });
  }
  return { contentType, ending: kind.ending, width, height, forms };
}

async function encoded(
  bytes: SharpInput,
  { options, isMoving }: Source,
  encode: (picture: Sharp) => Sharp,
  size: { width: number; height?: number },
) {
  const opened = sharp(bytes, options).timeout({ seconds: secondsEach });
  // What moves has no way up of its own, and could not be turned frame by frame.
  const upright = isMoving ? opened : opened.autoOrient();
  const fitting = upright.resize({ ...size, fit: 'inside', withoutEnlargement: true });
  return encode(fitting).toBuffer({ resolveWithObject: true });
}
