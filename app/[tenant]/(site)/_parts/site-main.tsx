import type { ReactNode } from 'react';

/** The content of a page with lists, as wide as the bar. */
export function SiteMain({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full max-w-6xl px-4 pt-6 pb-12 mid:px-6 mid:pt-10 mid:pb-16"
    >
      {children}
    </main>
  );
}
