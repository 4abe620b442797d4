import type { OwnedSite, RemovalPlan } from '@/lib/removal/removal-plan';
import { formatCount } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { ButtonLink } from '@/lib/ui/shell/button-link';

interface ConsequencesProps {
  plan: RemovalPlan;
  /** For the person themself; else for an operator. */
  isOwn: boolean;
  /** Where a site is handed over instead. */
  handOver(site: OwnedSite): string;
}

/** What goes with an account, what stays, and whether it comes back. Before anything is asked. */
export function Consequences({ plan, isOwn, handOver }: ConsequencesProps) {
  const { owned, left } = plan;
  return (
    <>
      {owned.length > 0 ? (
        <Panel title="Sites that are deleted" count={String(owned.length)} flush>
          <RowList
            rows={owned.map((site) => ({
              id: site.id,
              title: site.name,
              note: noteOf(site),
              act: (
                <ButtonLink href={handOver(site)} small>
                  Hand over instead<span className="sr-only">: {site.name}</span>
                </ButtonLink>
              ),
            }))}
          />
        </Panel>
      ) : null}
      {left.length > 0 ? (
        <Panel
          title={isOwn ? 'Sites you leave' : 'Sites they leave'}
          count={String(left.length)}
          flush
        >
          <RowList
            rows={left.map(({ id, name, origin, role }) => ({
              id,
              title: name,
              note: `${hostOf(origin)}, as ${role}`,
            }))}
          />
        </Panel>
      ) : null}
      <Panel title="What follows">
        <ul className="grid list-disc gap-2 pl-5">
          {wordsOf(plan, isOwn).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function noteOf({ origin, people, heirs }: OwnedSite): string {
  const others = formatCount(people, { one: 'other member', other: 'other members' });
  const also =
    heirs > 0
      ? `, ${formatCount(heirs, { one: 'of whom runs', other: 'of whom run' })} it too`
      : '';
  return `${hostOf(origin)}, with ${people > 0 ? others : 'nobody else'}${also}`;
}

function wordsOf({ owned, left, keys, email, graceDays }: RemovalPlan, isOwn: boolean): string[] {
  const [you, are, your] = isOwn ? ['You', 'are', 'your'] : ['They', 'are', 'their'];
  const it = isOwn ? 'you' : 'they';
  const days = formatCount(graceDays, { one: 'day', other: 'days' });
  return [
    `${you} ${are} signed out everywhere at once, and so are programs in ${your} name.`,
    ...(owned.length > 0
      ? [
          `A deleted site is gone from every host at once, and its address is free for others. For ${days} the people who run the platform can restore it, for another owner.`,
        ]
      : []),
    ...(keys > 0
      ? [
          `${formatCount(keys, { one: 'API key', other: 'API keys' })} ${it} made ${keys === 1 ? 'ends' : 'end'}.`,
        ]
      : []),
    ...(left.length > 0
      ? [
          `What ${it} wrote stays on the sites it was written for, under ${your} name, unless the name is erased.`,
        ]
      : []),
    `Second factors, recovery codes and links that were mailed are destroyed.`,
    `The account comes back only if somebody registers again with ${email}: then with none of these sites and rights.`,
  ];
}

/** What a person calls an address. */
function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
