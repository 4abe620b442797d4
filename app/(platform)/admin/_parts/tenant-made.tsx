import type { Provisioned } from '@/lib/tenancy/provisioning/provision-tenant';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';

/** Where the tenant is and what its owner signs in with; the only place a made-up password is shown. */
export function TenantMade({ made }: { made: Provisioned }) {
  const { tenant, owner, password, notice } = made;
  const { id, name, origin } = tenant;
  const admin = `${origin}/admin`;
  return (
    <div className="record-form">
      <Notice tone="good" role="status" title={`${name} is ready`}>
        Its owner can sign in now.
      </Notice>
      {notice ? <Notice tone="info">{notice}</Notice> : null}
      {password ? (
        <Notice tone="wait" title="This password is shown only here">
          Pass it on to {owner.name} now. Nobody can look it up later.
        </Notice>
      ) : null}
      <Panel
        title="How its owner signs in"
        foot={
          <>
            <ButtonLink href={`/admin/tenants/${id}`} tone="primary">
              Go to the tenant
            </ButtonLink>{' '}
            <ButtonLink href="/admin/tenants" tone="plain">
              All tenants
            </ButtonLink>
          </>
        }
      >
        <DescriptionList
          items={[
            { label: 'Address', value: <a href={admin}>{admin}</a>, copy: admin, mono: true },
            { label: 'Email', value: owner.email, copy: owner.email, mono: true },
            { label: 'Password', ...passwordFact(made) },
          ]}
        />
      </Panel>
    </div>
  );
}

function passwordFact({ password, owner }: Provisioned) {
  if (password) return { value: <code>{password}</code>, copy: password, mono: true };
  return { value: owner.isNew ? 'The one you gave' : 'The one they have' };
}
