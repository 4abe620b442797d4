import { splitLinks } from '@/lib/comments/split-links';
import { PlaceLink } from '@/lib/ui/place-link';

/** Plain text in paragraphs; web addresses lead there, and nothing else does anything. */
export function LinkedText({ text }: { text: string }) {
  return text.split('\n\n').map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change, and paragraphs may be alike
    <p key={at} dir="auto" className="comment-text">
      {splitLinks(paragraph).map(({ text: piece, href }, place) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <PlaceLink key={place} className="link" href={href} rel="ugc nofollow noopener">
            {piece}
          </PlaceLink>
        ) : (
          piece
        ),
      )}
    </p>
  ));
}
