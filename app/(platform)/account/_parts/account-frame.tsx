import type { ReactNode } from 'react';
import { PlaceLink } from '@/lib/ui/place-link';
import { PlatformFrame } from '@/lib/ui/platform-frame';

interface AccountFrameProps {
  title: string;
  lead?: string;
  /** Where it hangs; the account page when absent. */
  back?: { label: string; href: string };
  /** As wide as one form, instead of room for lists. */
  isNarrow?: boolean;
  children: ReactNode;
}

/** The frame of a page about the account, below its first one. */
export function AccountFrame({
  title,
  lead,
  back = { label: 'Account', href: '/account' },
  isNarrow,
  children,
}: AccountFrameProps) {
  const width = isNarrow ? 'max-w-md' : 'max-w-2xl';
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className={`mx-auto grid w-full wrap-anywhere gap-5 ${width}`}>
          <div>
            <PlaceLink className="link" href={back.href}>
              {back.label}
            </PlaceLink>
            <h1 className="mt-1 font-semibold text-2xl">{title}</h1>
            {lead ? <p className="mt-1 text-ink-2">{lead}</p> : null}
          </div>
          {children}
        </div>
      </main>
    </PlatformFrame>
  );
}
