import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { scopesOf } from '@/lib/admin/api-keys/scopes';
import { adminPage } from '@/lib/api/admin-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { NewKeyForm } from '../_parts/new-key-form';
import { createApiKey } from '../actions';

export const metadata: Metadata = { title: 'New API key' };

/** The form of a new key; its answer shows the key, once. */
export default async function NewApiKeyPage({ params }: { params: Promise<{ tenant: string }> }) {
  const path = '/admin/api-keys/new';
  const ctx = await adminPage(params, { permission: 'api-keys.write', path });
  const { name, homeUrl } = ctx.tenant;
  return (
    <>
      <PageHead
        title="New API key"
        lead={`A program that has it acts in your name at ${name}, as far as you let it and no further than you may go yourself.`}
        crumbs={[{ label: 'API keys', href: '/admin/api-keys' }]}
      />
      <NewKeyForm
        action={createApiKey}
        groups={scopesOf(ctx)}
        once={randomUUID()}
        address={`${homeUrl}/api/v1/me`}
      />
    </>
  );
}
