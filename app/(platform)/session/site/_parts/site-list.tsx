import type { OwnTenant } from '@/lib/auth/list-own';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { RowList } from '@/lib/ui/list/row-list';
import { openSite } from '../actions';

/** The sites of a person, each with its way in. */
export function SiteList({ tenants, chosen }: { tenants: OwnTenant[]; chosen: string | null }) {
  if (tenants.length === 0) return <p className="text-ink-2">You belong to no site so far.</p>;
  return (
    <div className="panel">
      <RowList
        rows={tenants.map(({ id, name, role, status }) => ({
          id,
          title: name,
          note: `${id === chosen ? 'Open now, as' : 'As'} ${role}`,
          act:
            status === 'suspended' ? (
              <span className="text-ink-2">Paused for now</span>
            ) : (
              <KitForm action={openSite} hidden={{ tenant: id }} className="shrink-0">
                <SubmitButton tone="plain">
                  Open<span className="sr-only"> {name}</span>
                </SubmitButton>
              </KitForm>
            ),
        }))}
      />
    </div>
  );
}
