import type { LineReport, ListReport } from '@/lib/admin/invitations/invite-list';
import { Notice } from '@/lib/ui/list/notice';
import { outcomeWords } from './invite-words';

/** What became of each line of a list: first what is to be mended. */
export function ListOutcome({ report: { lines } }: { report: Pick<ListReport, 'lines'> }) {
  const sent = lines.filter(({ outcome }) => outcome === 'invited').length;
  const isOpen = ({ outcome }: LineReport) => outcomeWords[outcome] === undefined;
  const [open, fine] = [lines.filter(isOpen), lines.filter((line) => !isOpen(line))];
  const invited = `${sent} ${sent === 1 ? 'person' : 'people'} invited`;
  const rest = `${open.length} ${open.length === 1 ? 'line was' : 'lines were'} not`;
  const title = open.length === 0 ? invited : `${invited}, ${rest}`;
  return (
    <Notice tone={open.length > 0 ? 'wait' : 'good'} role="status" title={title}>
      <Lines lines={open} />
      {fine.length > 0 ? (
        <details>
          <summary className="link">Show the others</summary>
          <Lines lines={fine} />
        </details>
      ) : null}
    </Notice>
  );
}

function Lines({ lines }: { lines: LineReport[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list invite-lines">
      {lines.map(({ text, outcome, why }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines stand where they stood, and may say the same
        <li key={at}>
          <b>{text}</b>: {outcomeWords[outcome] ?? why}
        </li>
      ))}
    </ul>
  );
}
