import type { ReactNode } from 'react';
import { renderMarkdown } from '@/lib/markdown/render-markdown';

/** A text as its public page shows it, sanitised by the same rules. */
export function drawPreview(text: string, tenant: { basePath: string }): ReactNode {
  return <>{renderMarkdown(text, tenant).content}</>;
}
