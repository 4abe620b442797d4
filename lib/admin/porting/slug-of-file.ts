import { slugFrom } from '../../resources/settle-values';

const dated = /^(\d{4}-\d\d-\d\d)-(.+)$/;

/**
 * What the name of a file says: `2024-05-01-hello.md` as Jekyll has it, `hello.md`, or `hello/index.md`
 * as Hugo has it.
 */
export function slugOfFile(name: string): { slug: string; date: string | null } {
  const parts = name.split('/').filter(Boolean);
  const last = (parts.pop() ?? '').replace(/\.(md|markdown)$/i, '');
  const base = /^_?index$/i.test(last) ? (parts.pop() ?? '') : last;
  const [, date = null, rest = base] = dated.exec(base) ?? [];
  return { slug: slugFrom(rest, 120), date };
}
