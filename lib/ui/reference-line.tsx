'use client';

import { useRequestReference } from './request-reference';

/** "Request 7f3a...": what a person quotes when asking for help. Nothing else of the inside shows. */
export function ReferenceLine({ digest }: { digest?: string }) {
  const reference = useRequestReference(digest);
  return reference ? (
    <span>
      Request <span className="font-mono [overflow-wrap:anywhere]">{reference}</span>
    </span>
  ) : null;
}
