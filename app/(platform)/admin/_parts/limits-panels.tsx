import type { TenantLimits } from '@/lib/console/limits/read-tenant-limits';
import { Meter } from '@/lib/ui/list/meter';
import { Panel } from '@/lib/ui/list/panel';
import { saveCache, saveLimits } from '../limits/actions';
import { amountWords, cacheFields, limitLabels, tenantLimitFields } from './limit-fields';
import { LimitsForm } from './limits-form';

/** What a tenant uses and may use, and how its cache is kept, both to be changed. */
export function LimitsPanels({ id, limits }: { id: string; limits: TenantLimits }) {
  return (
    <>
      <Panel title="Limits">
        <div className="form-stack">
          {limits.limits.map(({ name, used, most }) => (
            <Meter
              key={name}
              label={limitLabels[name]}
              text={amountWords(name, used, most)}
              part={most === null || name === 'requests' ? 0 : most === 0 ? 1 : used / most}
            />
          ))}
          <p className="field-help">
            A number, “unlimited”, or nothing for the platform’s own. Storage takes a unit, as 5 GB.
            What is there already stays; over a limit nothing more is taken.
          </p>
          <LimitsForm
            action={saveLimits}
            fields={tenantLimitFields(limits)}
            hidden={{ id }}
            submit="Save limits"
          />
        </div>
      </Panel>
      <Panel title="Cache">
        <LimitsForm
          action={saveCache}
          fields={cacheFields(limits)}
          hidden={{ id }}
          submit="Save and empty the cache"
        />
      </Panel>
    </>
  );
}
