import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { readDefaultLimits } from '@/lib/console/limits/default-limits';
import { Panel } from '@/lib/ui/list/panel';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleTitle } from '../_parts/console-title';
import { defaultLimitFields } from '../_parts/limit-fields';
import { LimitsForm } from '../_parts/limits-form';
import { StatusFlash } from '../_parts/status-flash';
import { saveDefaultLimits } from './actions';

export const generateMetadata = () => consoleTitle('Limits');

type Props = { searchParams: Promise<Query> };

/** What tenants may have that were given no limits of their own. */
export default async function LimitsPage({ searchParams }: Props) {
  const { done, at } = await searchParams;
  const ctx = await consolePage({ permission: 'platform.tenants.write', path: '/admin/limits' });
  const defaults = await readDefaultLimits(ctx);
  return (
    <>
      <PageHead
        title="Limits"
        lead="What every tenant may have. On a tenant’s own page it can be given limits of its own."
      />
      <StatusFlash done={done} at={at} name="Every tenant" />
      <Panel title="Limits of every tenant">
        <div className="form-stack">
          <p className="field-help">
            A number, or nothing for unlimited. Storage takes a unit, as 5 GB.
          </p>
          <LimitsForm
            action={saveDefaultLimits}
            fields={defaultLimitFields(defaults)}
            hidden={{}}
            submit="Save limits"
          />
        </div>
      </Panel>
    </>
  );
}
