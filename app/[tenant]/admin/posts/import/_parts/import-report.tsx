import type { ItemReport, Outcome } from '@/lib/admin/porting/item-report';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { SoftLink } from '@/lib/ui/shell/soft-link';

interface ImportReportProps {
  reports: ItemReport[];
  leftOut: number;
  isDone: boolean;
}

/** In the order of what needs a look. Each with what it is called before and after. */
const groups: [Outcome, string, string][] = [
  ['refused', 'Refused', 'Refused'],
  ['skipped', 'Left as they are', 'Left as they are'],
  ['replaced', 'Will be replaced', 'Replaced'],
  ['copied', 'Will be added beside', 'Added beside'],
  ['new', 'Will be added', 'Added'],
  ['unchanged', 'Unchanged', 'Unchanged'],
];

/** What becomes, or became, of each file. */
export function ImportReport({ reports, leftOut, isDone }: ImportReportProps) {
  const of = (outcome: Outcome) => reports.filter((report) => report.outcome === outcome);
  const shown = groups
    .map(([outcome, before, after]) => ({
      ...{ outcome, title: isDone ? after : before, items: of(outcome) },
    }))
    .filter(({ items }) => items.length > 0);
  const refused = of('refused').length;
  const summary = shown.map(({ title, items }) => `${title}: ${items.length}`).join(', ');
  return (
    <>
      <TakesFocus on={reports}>
        <Notice
          tone={refused > 0 ? 'wait' : isDone ? 'good' : 'info'}
          role="status"
          title={isDone ? 'The import is done' : 'Nothing is changed yet'}
          act={
            isDone ? (
              <ButtonLink href="/admin/posts" small>
                To the posts
              </ButtonLink>
            ) : undefined
          }
        >
          {summary}.
          {leftOut > 0 ? ` Files that are no Markdown and were left out: ${leftOut}.` : ''}
        </Notice>
      </TakesFocus>
      {shown.map(({ outcome, title, items }) => (
        <Panel key={outcome} flush>
          <details className="import-group" open={outcome === 'refused' || items.length <= 20}>
            <summary>
              <h2>{title}</h2> <span className="count">{items.length}</span>
            </summary>
            <ul className="import-lines">
              {items.map((item) => (
                <Line key={item.name} item={item} />
              ))}
            </ul>
          </details>
        </Panel>
      ))}
    </>
  );
}

function Line({ item: { name, title, slug, id, faults, notes } }: { item: ItemReport }) {
  return (
    <li>
      <p className="import-title">
        {id ? <SoftLink href={`/admin/posts/${id}`}>{title}</SoftLink> : title || name}
      </p>
      <p className="row-sub">
        {title ? name : null}
        {title && slug ? `, slug ${slug}` : null}
      </p>
      {faults.map(({ line, message }) => (
        <p key={message} className="import-fault">
          {line ? `Line ${line}: ` : ''}
          {message}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="row-sub">
          {note}
        </p>
      ))}
    </li>
  );
}
