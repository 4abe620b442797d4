'use client';

import type { ComponentProps } from 'react';
import { useAddress } from './base-path';

type OwnImageProps = Omit<ComponentProps<'img'>, 'src' | 'alt'> & {
  /** From the root of this site. */
  src: string;
  alt: string;
};

/** A picture of this site, under the address it has here. It comes in the widths it is kept in. */
export function OwnImage({ src, alt, ...rest }: OwnImageProps) {
  const place = useAddress();
  // biome-ignore lint/performance/noImgElement: the optimizer caches by address without the host
  return <img src={place(src)} alt={alt} {...rest} />;
}
