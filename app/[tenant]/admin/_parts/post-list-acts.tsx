import type { Query } from '@/app/_screens/screen-types';
import { PlaceLink } from '@/lib/ui/place-link';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { addressOf } from './admin-place';

/** Bringing posts in from Markdown files, and taking those the list shows away as such. */
export function PostListActs({ canWrite, query }: { canWrite: boolean; query: Query }) {
  return (
    <>
      {canWrite ? <ButtonLink href="/admin/posts/import">Import</ButtonLink> : null}
      <PlaceLink
        className="button plain wide-only"
        href={addressOf('/admin/posts/export.zip', query)}
        download
      >
        Export Markdown
      </PlaceLink>
    </>
  );
}
