import type { ReactNode } from 'react';

/** A line, the name of what follows, and where there is more of it. */
export function SectionHead({ title, more }: { title: string; more?: ReactNode }) {
  return (
    <div className="mt-9 mb-6 flex items-baseline justify-between gap-4 border-ink border-t pt-3 mid:mt-12">
      <h2 className="text-md">{title}</h2>
      {more}
    </div>
  );
}
