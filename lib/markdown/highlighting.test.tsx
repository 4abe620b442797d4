import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown';

const html = (source: string) => renderToStaticMarkup(renderMarkdown(source).content);

test('code that names its language is coloured, and says what it said', () => {
  const out = html('```ts\nconst a = "b"; // c\n```');
  expect(out).toContain('<span class="hljs-keyword">const</span>');
  expect(out.replace(/<[^>]+>/g, '')).toBe('const a = &quot;b&quot;; // c\n');
});

test.each(['```\nconst a\n```', '```klingon\nconst a\n```', '`const a`'])(
  'code stays plain without a language we know: %j',
  (source) => {
    expect(html(source)).not.toContain('hljs-');
    expect(html(source)).toContain('const a');
  },
);

test('what stands in code is never markup', () => {
  const out = html('```html\n<script>alert(1)</script><img src=x onerror=alert(1)>\n```');
  expect(out).not.toMatch(/<(script|img)/);
  expect(out).toContain('hljs-name');
});

test('a text full of code is coloured only as far as it is worth it', () => {
  const block = `\`\`\`js\n${'let a = 1;\n'.repeat(2_000)}\`\`\`\n\n`;
  const coloured = html(block.repeat(4)).match(/<code class="[^"]*hljs/g);
  expect(coloured).toHaveLength(2);
  expect(html(block.repeat(4)).match(/<code/g)).toHaveLength(4);
});
