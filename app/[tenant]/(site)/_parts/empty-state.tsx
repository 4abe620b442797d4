import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

/** What belongs here, while there is nothing. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 py-16 text-center mid:py-24">
      <FileText className="size-8 text-ink-3" strokeWidth={1.25} aria-hidden />
      <h2 className="text-lg">{title}</h2>
      <p className="max-w-[30em] text-ink-2">{children}</p>
    </div>
  );
}
