import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { listPictures } from '@/lib/admin/media/list-pictures';
import { ownsSite } from '@/lib/admin/members/hand-over';
import { readSettings } from '@/lib/admin/settings/read-settings';
import { adminPage } from '@/lib/api/admin-page';
import { Flash } from '@/lib/ui/dialog/flash';
import { PageHead } from '@/lib/ui/shell/page-head';
import { accentSample } from './_parts/accent-sample';
import { OwnerPanels } from './_parts/owner-panels';
import { settingsFields } from './_parts/settings-fields';
import { SettingsForm } from './_parts/settings-form';
import { saveSettings } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Settings' };

/** All that a form without scripts can offer. */
const newest = { q: '', after: null };

/** What a tenant decides for itself (D22). */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { saved } = await searchParams;
  const ctx = await adminPage(params, { permission: 'settings.write', path: '/admin/settings' });
  const { values, seenAt } = await readSettings(ctx);
  const library = ctx.can('media.read') ? await listPictures(ctx, newest) : { pictures: [] };
  const pictures = library.pictures.map(({ id, fileName: label }) => ({ id, label }));
  return (
    <>
      <PageHead title="Settings" lead="What is changed here shows on the public site at once." />
      {typeof saved === 'string' ? (
        <Flash message="Settings saved" id={saved} act={{ label: 'View site', href: '/' }} />
      ) : null}
      <SettingsForm
        // No version in it: without scripts React finds the answer of a refused save by this key.
        key={String(saved ?? '')}
        action={saveSettings}
        groups={settingsFields(values, pictures)}
        seenAt={seenAt}
        sample={accentSample(values.brandColor)}
      />
      {ownsSite(ctx) ? <OwnerPanels /> : null}
    </>
  );
}
