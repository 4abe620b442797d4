'use client';

import { mediaAddress, mediaSrcset, type ShownPicture } from '@/lib/media/media-address';
import { useAddress } from '@/lib/ui/base-path';
import { OwnImage } from '@/lib/ui/own-image';

export interface CoverImageProps {
  cover: ShownPicture;
  as: keyof typeof sizes;
  className?: string;
}

/** How wide it is shown, so that the browser can choose a form before it has laid out the page. */
const sizes = {
  lead: '(min-width: 1120px) 590px, 100vw',
  card: '(min-width: 1120px) 363px, (min-width: 720px) 46vw, 100vw',
  article: '(min-width: 720px) 672px, 100vw',
};

/** The picture of an article, cropped round its focus. */
export function CoverImage({ cover, as, className = '' }: CoverImageProps) {
  const place = useAddress();
  const { alt, width, height, focalX, focalY } = cover;
  // In lists the title beside it is the link, and says enough.
  const words = as === 'article' ? alt : '';
  return (
    <span className={`cover ${as} ${className}`}>
      <OwnImage
        src={mediaAddress(cover)}
        srcSet={mediaSrcset(cover, place) || undefined}
        sizes={sizes[as]}
        alt={words}
        width={width}
        height={height}
        loading={as === 'card' ? 'lazy' : undefined}
        fetchPriority={as === 'card' ? undefined : 'high'}
        decoding="async"
        style={{ objectPosition: `${focalX * 100}% ${focalY * 100}%` }}
      />
    </span>
  );
}
