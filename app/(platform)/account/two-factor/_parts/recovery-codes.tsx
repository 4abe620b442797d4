'use client';

import { CopyButton } from '@/lib/ui/list/copy-button';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';

/** Ten codes, this once: to be copied, kept as a file, or printed. */
export function RecoveryCodes({ codes, account }: RecoveryCodesProps) {
  const { email, hostname } = account;
  const head = `Recovery codes of ${email} at ${hostname}. Each is good once.`;
  const text = `${head}\n\n${codes.join('\n')}\n`;
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  return (
    <Panel title="Your recovery codes">
      <div className="grid gap-4">
        <Notice tone="good" role="status" title="Two-factor is on: keep these codes">
          These codes are shown this once. Each lets you in one time without your app: keep them
          where you keep other papers, not on the phone with the app.
        </Notice>
        <ul
          aria-label="Recovery codes"
          className="mono grid gap-x-8 gap-y-2 rounded-md bg-sunken p-4 mid:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p className="text-ink-2 text-sm">
          For {email} at {hostname}.
        </p>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <CopyButton text={text} label="Copy the codes" words />
          <a className="button plain small" href={file} download="recovery-codes.txt">
            Download as text
          </a>
          <button
            type="button"
            className="button plain small script-only"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
        <p className="print:hidden">
          <PlaceLink className="button" href="/account/two-factor">
            I have kept them
          </PlaceLink>
        </p>
      </div>
    </Panel>
  );
}

interface RecoveryCodesProps {
  codes: string[];
  account: { email: string; hostname: string };
}
