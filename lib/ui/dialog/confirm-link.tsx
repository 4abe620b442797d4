'use client';

import { type MouseEvent, type ReactNode, useState } from 'react';
import { useAddress } from '../base-path';
import type { ConfirmContentProps } from './confirm-body';
import { ConfirmDialog } from './confirm-dialog';

/**
 * A link to a page that asks. With scripts the question opens here; when it cannot be fetched the
 * link is followed.
 */
export function ConfirmLink({ href, load, content, className, children }: ConfirmLinkProps) {
  const [asked, setAsked] = useState(content);
  const [isOpen, setOpen] = useState(false);
  const address = useAddress()(href);

  async function ask(event: MouseEvent<HTMLAnchorElement>): Promise<void> {
    if (event.metaKey || event.ctrlKey || event.shiftKey || (!content && !load)) return;
    event.preventDefault();
    try {
      // Asked each time: what goes along may have changed.
      setAsked(load ? await load() : content);
      setOpen(true);
    } catch {
      window.location.assign(address);
    }
  }

  return (
    <>
      <a href={address} className={className ?? 'button danger'} onClick={ask}>
        {children}
      </a>
      {asked ? <ConfirmDialog {...asked} open={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}

interface ConfirmLinkProps {
  /** The page that asks the same. */
  href: string;
  /** Fetches the question, a Server Action. */
  load?: () => Promise<ConfirmContentProps>;
  /** The question, where it is known already. */
  content?: ConfirmContentProps;
  className?: string;
  children: ReactNode;
}
