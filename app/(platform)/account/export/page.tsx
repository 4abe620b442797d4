import '@/app/person.css';
import { rootAccountPage } from '@/lib/api/console-page';
import { readOwnExport } from '@/lib/removal/export/own-export';
import { Panel } from '@/lib/ui/list/panel';
import { AccountFrame } from '../_parts/account-frame';
import { AskForm } from './_parts/ask-form';
import { CopyPanel } from './_parts/copy-panel';
import { askForCopy } from './actions';

export const metadata = { title: 'Copy of your data', robots: { index: false } };

/** What is known of the person, as one file that is made when they ask for it. */
export default async function ExportPage() {
  const { viewer } = await rootAccountPage({ path: '/account/export' });
  const made = await readOwnExport(viewer.sessionId);
  const isMade = made?.places.every(({ state }) => state !== 'waiting');
  return (
    <AccountFrame
      title="Copy of your data"
      lead="One JSON file. Only you can get it, while you are signed in here, for two days."
    >
      {made ? <CopyPanel made={made} /> : null}
      <Panel title="What it holds">
        <ul className="grid list-disc gap-2 pl-5">
          <li>Your profile, the sites you belong to with your roles and groups, your devices</li>
          <li>Of each site you belong to, what you wrote: titles, addresses and texts</li>
          <li>
            What you did there and here, by the audit log: what and when, without other people
          </li>
        </ul>
      </Panel>
      {made && !isMade ? null : <AskForm action={askForCopy} again={made !== null} />}
    </AccountFrame>
  );
}
