'use client';

import { BrandTile } from '@/lib/ui/brand-tile';
import { SoftLink } from '@/lib/ui/shell/soft-link';
import { useTenant } from '@/lib/ui/tenant-provider';

/** A broadcast as its readers have it. */
export function BroadcastCard({ title, body, href, when, isLink }: CardProps) {
  const name = useTenant()?.name ?? '';
  return (
    <div className="broadcast-card">
      <p className="broadcast-from">
        <BrandTile name={name} />
        <span className="broadcast-name">{name}</span>
        {when ? <span>{when}</span> : null}
      </p>
      <p className={title ? 'broadcast-title' : 'broadcast-title is-open'}>{title || 'Title'}</p>
      {body ? <p className="broadcast-body">{body}</p> : null}
      {href ? (
        <p className="broadcast-link">
          {isLink ? (
            <SoftLink href={href} className="link">
              {href}
            </SoftLink>
          ) : (
            `Leads to ${href}`
          )}
        </p>
      ) : null}
    </div>
  );
}

interface CardProps {
  title: string;
  body: string;
  href: string;
  when?: string;
  /** It was sent, so its link leads somewhere. */
  isLink?: boolean;
}
