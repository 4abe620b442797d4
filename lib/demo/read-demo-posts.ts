import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A demo post as its file tells it. */
export interface DemoPost {
  slug: string;
  title: string;
  description: string;
  author: string;
  tags: string[];
  status: 'draft' | 'published';
  publishedAt: Date | null;
  body: string;
}

/** Reads the posts of a demo tenant from `lib/demo/content/<slug>`. */
export function readDemoPosts(tenantSlug: string): DemoPost[] {
  const folder = path.resolve('lib/demo/content', tenantSlug);
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const [, head = '', body = ''] = readFileSync(path.join(folder, file), 'utf8').split(/^---$/m);
    const fields = frontMatter(head);
    return {
      slug: file.replace(/\.md$/, ''),
      title: fields.title ?? '',
      description: fields.description ?? '',
      author: fields.author ?? '',
      tags: (fields.tags ?? '')
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
      status: fields.status === 'draft' ? 'draft' : 'published',
      publishedAt: fields.publishedAt ? new Date(fields.publishedAt) : null,
      body: body.trim(),
    };
  });
}

/** `key: value` lines; a value may hold further colons. */
function frontMatter(head: string): Record<string, string> {
  const lines = head.split('\n').filter((line) => line.includes(': '));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at).trim(), line.slice(at + 2).trim()];
    }),
  );
}
