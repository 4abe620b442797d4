import type { ShownPicture } from '@/lib/media/media-address';
import { CoverMotif } from '@/lib/ui/cover-motif';
import { CoverImage, type CoverImageProps } from './cover-image';

interface CoverProps extends Omit<CoverImageProps, 'cover'> {
  post: { slug: string; cover: ShownPicture | null };
}

/** The picture of an article, or the drawing of one that has none. */
export function PostCover({ post: { slug, cover }, as, className }: CoverProps) {
  if (!cover) return <CoverMotif seed={slug} className={className} />;
  return <CoverImage cover={cover} as={as} className={className} />;
}
