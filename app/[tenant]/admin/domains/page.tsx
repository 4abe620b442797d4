import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { adminPage } from '@/lib/api/admin-page';
import { listDomains } from '@/lib/domains/get-domain';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Panel } from '@/lib/ui/list/panel';
import { PageHead } from '@/lib/ui/shell/page-head';
import { addressOf, adminPlace } from '../_parts/admin-place';
import { AddDomainForm } from './_parts/add-domain-form';
import { ConnectedDomains } from './_parts/connected-domains';
import { DomainFlash } from './_parts/domain-flash';
import { DomainPanel } from './_parts/domain-panel';
import { addDomain } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Domains' };

/** The addresses of a tenant: what is connected, and what is on its way with its records (S3.31). */
export default async function DomainsPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/domains', query);
  const ctx = await adminPage(params, { permission: 'domains.read', path });
  const domains = await listDomains(ctx);
  const mayWrite = ctx.can('domains.write');
  const { dates } = adminPlace(ctx.tenant, 'domains');
  const needsCare = domains.filter((one) => !one.isVerified || one.status.tone !== 'good');
  const connected = domains.filter((one) => one.isVerified);
  return (
    <>
      <PageHead title="Domains" lead={`Addresses where people find ${ctx.tenant.name}.`} />
      <DomainFlash query={query} />
      <div className="domains">
        {mayWrite ? (
          <Panel title="Add a domain">
            <AddDomainForm action={addDomain} />
          </Panel>
        ) : null}
        {needsCare.map((domain) => (
          <DomainPanel key={domain.id} {...{ domain, mayWrite, dates }} />
        ))}
        <ConnectedDomains {...{ domains: connected, tenant: ctx.tenant, mayWrite }} />
        {domains.length === 0 ? (
          <EmptyState icon="domain" title="No domain of your own yet" tone="plain">
            Add one you have bought, as blog.example.com. You then get two records to put where you
            bought it.
          </EmptyState>
        ) : null}
      </div>
    </>
  );
}
