import { Notice } from '@/lib/ui/list/notice';
import type { Told } from './told';

/** What came of a form. */
export function ToldNotice({ title, words }: Told) {
  return (
    <Notice tone="good" role="status" title={title}>
      {words.map((text) => (
        <p key={text} className="mt-1 [overflow-wrap:anywhere]">
          {text}
        </p>
      ))}
    </Notice>
  );
}
