'use client';

import { Globe, TextCursorInput } from 'lucide-react';
import { Literal, LostPage } from './lost-page';
import { PlatformFrame } from './platform-frame';
import { ReferenceLine } from './reference-line';
import { useAddress } from './request-reference';

/** The whole page for a host that nobody has connected. */
export function UnknownSite({ platformOrigin }: { platformOrigin: string }) {
  const host = useAddress('host');
  const hints = [
    {
      icon: <TextCursorInput className="size-4" strokeWidth={1.75} aria-hidden />,
      who: 'Visiting?',
      what: 'Check the spelling, or ask whoever gave you the link.',
    },
    {
      icon: <Globe className="size-4" strokeWidth={1.75} aria-hidden />,
      who: 'Is this your domain?',
      what: 'It answers as soon as it is connected to your site and its DNS record points here.',
    },
  ];
  return (
    <PlatformFrame home={platformOrigin} foot={<ReferenceLine />}>
      <LostPage
        sign="pin"
        badge="404"
        title="There is no site at this address"
        lede={
          <>
            Nothing is published at {host ? <Literal>{host}</Literal> : 'this host'}. The name may
            be misspelled, or its domain has not been connected yet.
          </>
        }
        hints={hints}
        actions={
          <a className="button primary" href={platformOrigin}>
            Go to the Tenantry home page
          </a>
        }
      />
    </PlatformFrame>
  );
}
