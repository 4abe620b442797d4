import { amountOf } from '@/lib/limit-reached';
import type { LimitUse } from '@/lib/limits/read-limits';
import { Meter } from '@/lib/ui/list/meter';

/** How much of the site's storage is used; without a limit, only how much. */
export function StorageMeter({ storage }: { storage: LimitUse | null }) {
  if (!storage) return null;
  const used = amountOf('storage', storage.used);
  if (storage.most === null) return <p className="storage-used">Storage used: {used}</p>;
  const most = amountOf('storage', storage.most);
  const part = storage.most === 0 ? 1 : storage.used / storage.most;
  return (
    <div className="storage-used">
      <Meter label="Storage" text={`${used} of ${most}`} part={part} />
    </div>
  );
}
