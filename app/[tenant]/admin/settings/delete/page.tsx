import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ownsSite } from '@/lib/admin/members/hand-over';
import { adminPage } from '@/lib/api/admin-page';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { deleteSite } from '../actions';

export const metadata: Metadata = { title: 'Delete this site' };

/** The question before the whole site is deleted. For its owner alone: for others there is no such page. */
export default async function DeleteSitePage({ params }: { params: Promise<{ tenant: string }> }) {
  const path = '/admin/settings/delete';
  const ctx = await adminPage(params, { permission: 'settings.delete', path });
  if (!ownsSite(ctx)) notFound();
  const { name, slug, primaryHost } = ctx.tenant;
  return (
    <ConfirmPage
      title={`Delete ${name}?`}
      goesAlong={[
        `the site on ${primaryHost} and every other address of it`,
        'everybody’s membership, and their sessions here',
        'the address and the domains, which others may take at once',
      ]}
      undo="Nothing of its content is destroyed for now: the people who run the platform can bring it back for a while."
      action={deleteSite}
      typeWord={{ name: 'slug', word: slug }}
      confirm={{ label: `Delete ${name}` }}
      cancel={{ label: 'Keep it', href: '/admin/settings' }}
    />
  );
}
