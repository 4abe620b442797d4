import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

const html = (source: string) => renderToStaticMarkup(renderMarkdown(source).content);

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<iframe src="https://evil.test"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>body{display:none}</style>',
  '<form action="https://evil.test"><input name=password></form>',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test">',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<!--><script>alert(1)</script>-->',
  'a <b onmouseover="alert(1)">b</b> c',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x]( javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://evil.test/1)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '![x" onerror="alert(1)](https://a.test/x.png)',
  '[x](https://a.test "a\\" onmouseover=\\"alert(1)")',
  '# <img src=x onerror=alert(1)>',
  '| a |\n| - |\n| <script>alert(1)</script> |',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '```js"onclick="alert(1)\nx\n```',
  '```\n</code></pre><script>alert(1)</script>\n```',
];

describe('hostile Markdown', () => {
  it.each(attacks)('leaves nothing that runs: %j', (source) => {
    const out = html(source);
    const tags = out.match(/<[^>]*>/g)?.join('') ?? '';
    expect(tags).not.toMatch(/<(script|iframe|style|form|base|meta|svg|math|object|embed|link)\b/i);
    expect(tags.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
    expect(tags).not.toMatch(/(href|src)="\s*(javascript|vbscript|data|file|blob):/i);
  });

  const repeat = (text: string, size = 200_000) =>
    text.repeat(Math.ceil(size / text.length)).slice(0, size);
  it.each([
    ['quote marks', repeat('>')],
    ['opening brackets', repeat('[')],
    ['image openings', repeat('![')],
    ['links in links', `${repeat('[a](', 100_000)}${repeat(')', 100_000)}`],
    ['stars and underscores', repeat('*a_ ')],
    ['angle brackets', repeat('<a')],
    ['list marks in one line', repeat('- ')],
    ['numbers in one line', repeat('1. ')],
    ['lists that go deeper line by line', staircase('  ', '- a')],
    ['quotes that go deeper line by line', staircase('>', 'a')],
    ['one table column per character', `${repeat('a|', 20_000)}\n${repeat('-|', 20_000)}\nb`],
    [
      'table rows shorter than the head',
      `|${'a|'.repeat(30)}\n|${'-|'.repeat(30)}\n${repeat('|b\n', 9_000)}`,
    ],
    ['footnotes', repeat('[^a]')],
    ['definitions', repeat('[a]: b\n')],
    ['a long address used often', `[x]: /${'y'.repeat(50_000)}\n\n${'[x] '.repeat(900)}`],
    ['quotes as deep as allowed', `${'>'.repeat(16)} a\n`.repeat(600)],
    ['list marks as deep as allowed', `${'- '.repeat(16)}a\n`.repeat(600)],
    ['marks as many as allowed', `${'*a '.repeat(1_900)}\n\n`.repeat(20)],
    ['brackets as many as allowed', `${'['.repeat(1_900)}\n\n`.repeat(20)],
    ['lines of one paragraph as many as allowed', 'some words\n'.repeat(4_000)],
    ['not a letter', repeat('\u0000\ud800')],
  ])('is bounded: 200 KB of %s', (_name, source) => {
    // Without the limits these take minutes, and the runner's own time limit ends them.
    const out = html(source);
    expect(out.length).toBeLessThan(10_000_000);
  });
});

function staircase(step: string, end: string): string {
  return Array.from({ length: 440 }, (_, depth) => step.repeat(depth) + end).join('\n');
}

describe('ordinary Markdown', () => {
  it('gives h2 headings with the ids that are in the page', () => {
    const { content, headings } = renderMarkdown(
      '## One *thing*\n\ntext\n\n### Deeper\n\n## One thing',
    );
    const out = renderToStaticMarkup(content);
    expect(headings.map(({ text }) => text)).toEqual(['One thing', 'One thing']);
    for (const { id } of headings) expect(out).toContain(`id="${id}"`);
    expect(new Set(headings.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps ids away from names that the browser owns', () => {
    expect(renderMarkdown('## body\n## cookie').headings.map(({ id }) => id)).toEqual([
      'section-body',
      'section-cookie',
    ]);
  });

  it('has no second title: # becomes a section', () => {
    expect(html('# Title')).toBe('<h2 id="section-title">Title</h2>');
  });

  it('marks links to other sites and leaves own ones alone', () => {
    expect(html('[a](https://a.test)')).toContain('rel="noopener noreferrer"');
    expect(html('[a](//a.test)')).toContain('rel="noopener noreferrer"');
    expect(html('[a](/blog/x)')).toBe('<p><a href="/blog/x">a</a></p>');
  });

  it('loads pictures late and boxes tables', () => {
    expect(html('![A crate](/crate.png)')).toContain('alt="A crate" loading="lazy"');
    expect(html('| a |\n| - |\n| b |')).toMatch(/<div class="table-box"[^>]*tabindex="0"><table>/);
  });

  it('reads task lists aloud instead of showing dead checkboxes', () => {
    const out = html('- [x] done\n- [ ] open');
    expect(out).toContain('aria-label="Done"');
    expect(out).not.toContain('<input');
  });

  it('links footnotes both ways', () => {
    const out = html('Text[^1]\n\n[^1]: Note');
    expect(out).toContain('href="#user-content-fn-1"');
    expect(out).toContain('id="user-content-fn-1"');
    expect(renderMarkdown('Text[^1]\n\n[^1]: Note').headings).toEqual([]);
  });

  it('is not taken for hostile: a long post with lists, code, a wide table and many links', () => {
    const part = [
      '## A section with `code` and *stress*',
      'Words with a [link](https://a.test/x) and **more** of it. '.repeat(12),
      '- one\n  - two\n    - three\n      1. four\n- five',
      '```yaml\n            - deep: [1, 2]\n```',
      `|${' a |'.repeat(12)}\n|${' - |'.repeat(12)}\n${`|${' *b* |'.repeat(12)}\n`.repeat(30)}`,
    ].join('\n\n');
    const { headings } = renderMarkdown(Array.from({ length: 40 }, () => part).join('\n\n'));
    expect(headings).toHaveLength(40);
  });

  it('survives text that is empty or only spaces', () => {
    expect(html('')).toBe('');
    expect(html(' \n\t\n ')).toBe('');
  });
});
