import type { ReactNode } from 'react';
import { Panel } from '@/lib/ui/list/panel';
import { PlaceLink } from '@/lib/ui/place-link';
import { PlatformFrame } from '@/lib/ui/platform-frame';

interface AccountSubpageProps {
  title: string;
  /** What the form does. */
  lead: string;
  children: ReactNode;
}

/** The frame of a page where one thing about the account is changed. */
export function AccountSubpage({ title, lead, children }: AccountSubpageProps) {
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className="mx-auto grid w-full max-w-md gap-5">
          <div>
            <PlaceLink className="link" href="/account">
              Account
            </PlaceLink>
            <h1 className="mt-1 font-semibold text-2xl">{title}</h1>
            <p className="mt-1 text-ink-2">{lead}</p>
          </div>
          <Panel>
            <div className="grid gap-4">{children}</div>
          </Panel>
        </div>
      </main>
    </PlatformFrame>
  );
}
