import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DoneFlash } from '@/app/_screens/done-flash';
import { formatExactly } from '@/app/_screens/format-moment';
import type { Query } from '@/app/_screens/screen-types';
import { readMember } from '@/lib/admin/members/read-member';
import { membersResource } from '@/lib/admin/resources/members';
import { adminPage } from '@/lib/api/admin-page';
import { Badge } from '@/lib/ui/list/badge';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { adminPlace } from '../../_parts/admin-place';
import { LockoutNotice } from '../../lockouts/lockout-notice';
import { MemberForm } from '../_parts/member-form';
import { verbWords } from '../_parts/verb-words';
import { saveMember } from '../actions';

type Props = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<Query>;
};

export const metadata: Metadata = { title: 'Member' };

/** A member: who they are here, and what may be changed of it (S1.28). */
export default async function MemberPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const path = `/admin/members/${id}`;
  const ctx = await adminPage(params, { permission: 'members.read', path });
  const member = await readMember(ctx, id);
  if (!member) notFound();
  const { base, dates } = adminPlace(ctx.tenant, 'members');
  const parts = {
    role: member.roles.length > 1,
    superuser: member.maySetSuperuser,
    groups: ctx.can('members.write') && ctx.can('groups.write') && member.groups.length > 0,
  };
  const time = (value: string | null, none: string) =>
    value ? <time dateTime={value}>{formatExactly(value, dates)}</time> : none;
  const isIn = member.groups.filter((group) => group.isIn).map(({ name }) => name);
  return (
    <>
      <PageHead
        title={member.name}
        crumbs={[{ label: 'Members', href: base }]}
        badges={member.deactivatedAt ? <Badge tone="wait">Deactivated</Badge> : undefined}
        lead={member.isTenantOwner ? 'This site belongs to them.' : undefined}
        actions={member.verbs.map((verb) => (
          <ButtonLink key={verb} href={`${path}/${verb}`} tone="plain">
            {verbWords(verb, member).label}
          </ButtonLink>
        ))}
      />
      <DoneFlash query={query} resource={membersResource} base={base} />
      <LockoutNotice ctx={ctx} member={id} wasLifted={query.unlocked !== undefined} />
      <div className="settings-groups member-page">
        <Panel>
          <DescriptionList
            items={[
              { label: 'Email', value: member.email },
              {
                label: 'Role',
                value: member.role.label + (member.isSuperuser ? ', may do everything' : ''),
              },
              { label: 'Groups', value: isIn.join(', ') || 'None' },
              { label: 'Joined', value: time(member.joinedAt, '') },
              { label: 'Last seen', value: time(member.lastSeenAt, 'Never') },
              ...(member.deactivatedAt
                ? [{ label: 'Deactivated', value: time(member.deactivatedAt, '') }]
                : []),
            ]}
          />
        </Panel>
        {Object.values(parts).includes(true) ? (
          <MemberForm
            // Without scripts React finds the answer of a refused save by this key.
            key={String(query.at ?? '')}
            action={saveMember}
            member={member}
            parts={parts}
          />
        ) : null}
      </div>
    </>
  );
}
