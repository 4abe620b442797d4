import '@/app/person.css';
import { notFound } from 'next/navigation';
import { mailboxPage } from '@/lib/api/mailbox-page';
import { findKeptMail } from '@/lib/mail/mailbox/kept-mail';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { PlatformFrame } from '@/lib/ui/platform-frame';

export const metadata = { title: 'Mail', robots: { index: false } };

/** One mail of the local mailbox. No script of it runs; its links open in this window. */
export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  await mailboxPage();
  const mail = await findKeptMail((await params).id);
  if (!mail) notFound();
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className="mx-auto grid w-full max-w-2xl gap-5">
          <div>
            <a className="link" href="/mailbox">
              Mailbox
            </a>
            <h1 className="mt-1 font-semibold text-2xl [overflow-wrap:anywhere]">{mail.subject}</h1>
          </div>
          <Panel>
            <DescriptionList
              items={[
                { label: 'To', value: mail.to },
                { label: 'From', value: mail.from },
              ]}
            />
          </Panel>
          <iframe
            title="The mail"
            sandbox="allow-top-navigation-by-user-activation"
            srcDoc={`<base target="_top">${mail.html}`}
            className="h-[36rem] w-full rounded-panel border border-line bg-white"
          />
          <Panel title="As text">
            <pre className="whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
              {mail.text}
            </pre>
          </Panel>
        </div>
      </main>
    </PlatformFrame>
  );
}
