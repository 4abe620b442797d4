import type { ReactNode } from 'react';
import { PlaceLink } from '@/lib/ui/place-link';
import { PlatformFrame } from '@/lib/ui/platform-frame';

/** The frame of a page about the account's safety, with the way back. */
export function SecurityFrame({ title, back, children }: SecurityFrameProps) {
  return (
    <PlatformFrame home="/">
      <main id="main" tabIndex={-1} className="w-full px-4 py-10 mid:px-8 mid:py-16">
        <div className="mx-auto grid w-full max-w-2xl gap-5">
          <div className="grid justify-items-start gap-1">
            <PlaceLink className="link" href={back.href}>
              {back.label}
            </PlaceLink>
            <h1 className="font-semibold text-2xl">{title}</h1>
          </div>
          {children}
        </div>
      </main>
    </PlatformFrame>
  );
}

interface SecurityFrameProps {
  title: string;
  back: { label: string; href: string };
  children: ReactNode;
}
