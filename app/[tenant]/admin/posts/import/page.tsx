import type { Metadata } from 'next';
import { listImportAuthors } from '@/lib/admin/porting/list-import-authors';
import { adminPage } from '@/lib/api/admin-page';
import { PlaceLink } from '@/lib/ui/place-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { ImportForm } from './_parts/import-form';

export const metadata: Metadata = { title: 'Import posts' };

/** Brings in posts from Markdown files: a check first, which changes nothing. */
export default async function ImportPage({ params }: { params: Promise<{ tenant: string }> }) {
  const path = '/admin/posts/import';
  const ctx = await adminPage(params, { permission: 'posts.write', path });
  return (
    <>
      <PageHead
        title="Import posts"
        lead="From Markdown files with front matter, as this site exports them and as Hugo, Jekyll and others have them. The check changes nothing."
        crumbs={[{ label: 'Posts', href: '/admin/posts' }]}
        actions={
          <PlaceLink className="button plain" href="/admin/posts/export.zip" download>
            Export all posts
          </PlaceLink>
        }
      />
      <ImportForm authors={await listImportAuthors(ctx)} />
    </>
  );
}
