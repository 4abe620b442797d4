import type { ReactNode } from 'react';
import { TenantryMark } from './tenantry-mark';

/** Tenantry's own quiet frame, for pages that belong to no tenant. */
export function PlatformFrame({ home, foot, children }: PlatformFrameProps) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
      <header className="px-4 pt-4 mid:px-8 mid:pt-7">
        <a href={home} className="inline-flex min-h-7 items-center gap-2 font-semibold">
          <TenantryMark />
          Tenantry
        </a>
      </header>
      {children}
      <footer className="flex min-h-5 flex-wrap justify-between gap-x-5 gap-y-1 px-4 pb-4 text-ink-3 text-sm mid:px-8 mid:pb-7">
        {foot}
      </footer>
    </div>
  );
}

interface PlatformFrameProps {
  home: string;
  foot?: ReactNode;
  children: ReactNode;
}
