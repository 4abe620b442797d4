import '@/app/person.css';
import { mailboxPage } from '@/lib/api/mailbox-page';
import { listKeptMails } from '@/lib/mail/mailbox/list-kept-mails';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { PlatformFrame } from '@/lib/ui/platform-frame';
import { formatMoment } from '../../_screens/format-moment';
import { consoleDates } from '../admin/_parts/console-place';

export const metadata = { title: 'Mailbox', robots: { index: false } };

/** Mails that would be sent if SMTP_URL were set, for whoever develops on this machine. */
export default async function MailboxPage() {
  await mailboxPage();
  const mails = await listKeptMails();
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className="mx-auto grid w-full max-w-2xl gap-5">
          <div>
            <h1 className="font-semibold text-2xl">Mailbox</h1>
            <p className="mt-1 text-ink-2">
              SMTP_URL is not set, so mails are kept here instead of being sent. Only this machine
              can see this page.
            </p>
          </div>
          <Panel title="Newest mails" flush={mails.length > 0}>
            {mails.length === 0 ? (
              <p className="text-ink-2">None so far. Register somewhere, or forget a password.</p>
            ) : (
              <RowList
                rows={mails.map(({ id, subject, to, at }) => ({
                  ...{ id, title: subject || 'No subject', href: `/mailbox/${id}` },
                  note: `To ${to}, ${formatMoment(at.toISOString(), consoleDates)}`,
                }))}
              />
            )}
          </Panel>
        </div>
      </main>
    </PlatformFrame>
  );
}
