import type { ReactNode } from 'react';

/** Title of a list page, with what it holds. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-7 border-ink border-b pb-5 mid:mb-9">
      <h1 className="headline text-[clamp(1.875rem,4vw,2.5rem)] leading-[1.1] tracking-[-0.022em]">
        {title}
      </h1>
      {children ? <p className="mt-2 text-ink-2 text-md">{children}</p> : null}
    </div>
  );
}
