import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());

const plain = async (markdown: string) =>
  (await tenants.owner`select search.plain_text(${markdown}) as text`)[0]?.text;

test.each([
  ['a heading', '## Why **anvils**\n\ntext', 'Why anvils text'],
  ['a heading that is underlined', 'Title\n=====\ntext', 'Title text'],
  [
    'links and pictures',
    '[a link](https://x.y/z "t") and ![a picture](/p.png)',
    'a link and a picture',
  ],
  ['references', 'See [this][1].\n\n[1]: https://x.y/z', 'See this.'],
  ['code', '```js\nconst tenant_id = 1;\n```\nand `more`', 'const tenant_id = 1; and more'],
  ['lists and quotes', '- one\n2. two\n> three\n> - four', 'one two three four'],
  ['emphasis', '_it_ __bold__ ~~gone~~ snake_case 2\\*3', 'it bold gone snake_case 2*3'],
  ['HTML', 'a <b class="x">bold</b> <!-- hidden --> 1 < 2 > 0', 'a bold 1 < 2 > 0'],
  ['a table', '| Thing | Sold |\n|---|--:|\n| Anvils | 1,906 |', 'Thing, Sold; Anvils, 1,906;'],
  ['a rule', 'above\n\n---\n\nbelow', 'above below'],
  ['nothing', '', ''],
])('%s', async (_what, markdown, text) => {
  expect(await plain(markdown)).toBe(text);
});

test('what is hostile or huge ends, too', async () => {
  const hostile = [
    '<'.repeat(99_999),
    '['.repeat(99_999),
    '*_'.repeat(50_000),
    `${'> '.repeat(40_000)}x`,
  ];
  for (const markdown of hostile) expect(typeof (await plain(markdown))).toBe('string');
  expect((await plain('word '.repeat(60_000))).length).toBeLessThanOrEqual(100_000);
});
