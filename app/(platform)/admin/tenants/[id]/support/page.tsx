import { notFound } from 'next/navigation';
import { formatExactly } from '@/app/_screens/format-moment';
import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { supportMinutes } from '@/lib/auth/support/begin-support';
import { listActable, readOwnSupport } from '@/lib/console/support/read-support';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleDates } from '../../../_parts/console-place';
import { consoleTitle } from '../../../_parts/console-title';
import { readTenantOnce } from '../../../_parts/read-tenant-once';
import { RunningActs, RunningSupport } from '../../../_parts/running-support';
import { SupportForm } from '../../../_parts/support-form';
import { begin } from '../../../support/actions';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = () => consoleTitle('Act as somebody');

/** Where an access of support begins: whom to act as, why, for how long. While it runs, the way in. */
export default async function ActAsPage({ params, searchParams }: Props) {
  const [{ id }, { q }] = await Promise.all([params, searchParams]);
  const path = `/admin/tenants/${id}/support`;
  const ctx = await consolePage({ permission: 'platform.support.write', path });
  const tenant = await readTenantOnce(ctx, id);
  if (tenant?.status !== 'active') notFound();
  const home = `/admin/tenants/${id}`;
  const crumbs = [
    { label: 'Tenants', href: '/admin/tenants' },
    { label: tenant.name, href: home },
  ];
  const access = await readOwnSupport(ctx, id);
  if (access) {
    return (
      <>
        <PageHead
          title={`Acting as ${access.userName}`}
          crumbs={crumbs}
          actions={<RunningActs access={access} tenant={tenant} />}
        />
        <RunningSupport access={access} />
      </>
    );
  }
  const text = typeof q === 'string' ? q.slice(0, 200) : '';
  const { people, grantedUntil } = await listActable(ctx, id, text);
  return (
    <>
      <PageHead
        title={`Act as somebody of ${tenant.name}`}
        crumbs={crumbs}
        lead="You see what they see. Its owners are told, and can end it."
      />
      {tenant.members > people.length ? (
        <form className="settings-form">
          <Panel>
            <div className="form-stack">
              <TextInput name="q" label="Find a member" defaultValue={text} maxLength={200} />
              <button type="submit" className="button plain">
                Find
              </button>
            </div>
          </Panel>
        </form>
      ) : null}
      <SupportForm
        action={begin}
        tenant={id}
        people={people.map(({ id: user, name, email, role }) => ({
          id: user,
          label: `${name || email} (${email}), ${role}`,
        }))}
        minutes={supportMinutes.map((one) => ({ id: String(one), label: `${one} minutes` }))}
        grant={grantedUntil && `${formatExactly(grantedUntil, consoleDates)} UTC`}
        home={home}
      />
    </>
  );
}
