import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { drawPicture } from './support/draw-picture';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 8);
});

const surface = (page: Page) => page.locator('.ProseMirror');
const markdown = (page: Page) => page.locator('textarea[name=body]');
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true });

test.beforeEach(async ({ page, server }, { parallelIndex: _ }) => {
  await signIn(page, server, {
    ...{ host: site.host, email: site.people.owner, path: '/admin/posts/new' },
  });
  await expect(surface(page)).toBeVisible();
  await surface(page).click();
});

/** As another program would put it on the clipboard. */
async function paste(page: Page, types: Record<string, string>): Promise<void> {
  await surface(page).evaluate((element, given) => {
    const data = new DataTransfer();
    for (const [type, value] of Object.entries(given)) data.setData(type, value);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    element.dispatchEvent(event);
  }, types);
}

test('every tool does what it says, and takes it back', async ({ page }) => {
  await page.keyboard.type('words');
  await page.keyboard.press('Shift+Home');
  const steps: [string, string][] = [
    ['Bold', '**words**'],
    ['Italic', '*words*'],
    ['Struck out', '~~words~~'],
    ['Code in a line', '`words`'],
    ['Heading', '## words'],
    ['Small heading', '### words'],
    ['List', '- words'],
    ['Numbered list', '1. words'],
    ['Quote', '> words'],
    ['Code block', '```\nwords\n```'],
  ];
  for (const [name, expected] of steps) {
    await tool(page, name).click();
    await expect(markdown(page)).toHaveValue(expected);
    await expect(tool(page, name)).toHaveAttribute('aria-pressed', 'true');
    await tool(page, name).click();
    await expect(markdown(page)).toHaveValue('words');
    await expect(tool(page, name)).toHaveAttribute('aria-pressed', 'false');
  }
});

test('links are set by address, and only such as readers could follow', async ({ page }) => {
  await page.keyboard.type('words');
  await page.keyboard.press('Shift+Home');
  await tool(page, 'Link').click();
  const dialog = page.getByRole('alertdialog');
  await expectAccessible(page);
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Set link' }).click();
  await expect(dialog).toContainText('Write an address as in');
  await dialog.getByLabel('Address').fill('https://example.com/a');
  await dialog.getByRole('button', { name: 'Set link' }).click();
  await expect(markdown(page)).toHaveValue('[words](https://example.com/a)');
  await surface(page).locator('a').click();
  await tool(page, 'Link').click();
  await dialog.getByRole('button', { name: 'Remove link' }).click();
  await expect(markdown(page)).toHaveValue('words');
});

test('a table is made, grows, shrinks and goes', async ({ page }) => {
  await tool(page, 'Table').click();
  await page.keyboard.type('Head');
  await tool(page, 'Add column').click();
  await tool(page, 'Add row').click();
  await expect(surface(page).locator('th')).toHaveCount(4);
  await expect(surface(page).locator('tr')).toHaveCount(4);
  await expect(markdown(page)).toHaveValue(/^\| Head +\|/);
  await expectAccessible(page);
  await tool(page, 'Remove column').click();
  await expect(surface(page).locator('th')).toHaveCount(3);
  await tool(page, 'Remove table').click();
  await expect(surface(page).locator('table')).toHaveCount(0);
});

test('code names its language and is coloured', async ({ page }) => {
  await tool(page, 'Code block').click();
  await page.keyboard.type('const stone = 1;');
  await page.getByLabel('Language').fill('ts');
  await expect(surface(page).locator('.hljs-keyword')).toHaveText('const');
  await expect(markdown(page)).toHaveValue('```ts\nconst stone = 1;\n```');
});

test('Markdown and the drawn text are two views of one', async ({ page }) => {
  await tool(page, 'Markdown').click();
  await markdown(page).fill(
    '# One\n\n* a\n* b\n\n<b onclick="alert(1)">raw</b>\n\n[x]: https://a.test',
  );
  await tool(page, 'Markdown').click();
  await expect(surface(page).locator('h1')).toHaveText('One');
  await expect(surface(page).locator('b[onclick]')).toHaveCount(0);
  // What nobody touched in the drawn text is not spelt anew.
  await expect(markdown(page)).toHaveValue(/\* a\n\* b/);
});

test('what is pasted becomes what posts may hold, and runs nothing', async ({ page }) => {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(dialog.message());
    void dialog.dismiss();
  });
  await paste(page, {
    'text/html': `<h2>Head</h2><p onclick="alert(1)">One <b>two</b><script>alert(2)</script>
      <img src="x" onerror="alert(3)"><a href="javascript:alert(4)">four</a></p>
      <iframe src="https://evil.test"></iframe><style>body{display:none}</style>`,
    'text/plain': 'Head One two four',
  });
  await expect(surface(page).locator('h2')).toHaveText('Head');
  await expect(surface(page).locator('strong')).toHaveText('two');
  await expect(surface(page).locator('script, iframe, style, [onclick], [onerror]')).toHaveCount(0);
  expect(await surface(page).locator('a').getAttribute('href')).not.toMatch(/javascript/i);
  await surface(page)
    .locator('a')
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(surface(page)).toBeVisible();
  expect(faults).toEqual([]);
});

test('plain text that is Markdown is taken for it', async ({ page }) => {
  await paste(page, { 'text/plain': '## Head\n\n- one\n- two' });
  await expect(surface(page).locator('h2')).toHaveText('Head');
  await expect(surface(page).locator('li')).toHaveCount(2);
});

test('pictures are dropped into the text, or chosen, and say what they show', async ({ page }) => {
  const bytes = [...(await drawPicture('#305070', { width: 800, height: 600 }))];
  await surface(page).evaluate((element, given) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(given)], 'field.jpg', { type: 'image/jpeg' }));
    const at = element.getBoundingClientRect();
    const place = { clientX: at.left + 30, clientY: at.top + 30 };
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, ...place });
    element.dispatchEvent(event);
  }, bytes);
  const picture = surface(page).locator('img[data-src]');
  await expect(picture).toHaveAttribute('data-src', /^\/media\/[0-9a-f-]{36}\//);
  await picture.click();
  await page.getByLabel('What it shows').fill('A field in may');
  await expect(markdown(page)).toHaveValue(/^!\[A field in may\]\(\/media\//);
  await page.keyboard.press('Escape');
  await surface(page).press('Control+End');
  await tool(page, 'Picture').click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: /field/ }).first().click();
  await expect(picture).toHaveCount(2);
});

test('a file that is no picture is refused with words, and the text stays', async ({ page }) => {
  await page.keyboard.type('Before. ');
  await surface(page).evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File(['MZ no picture'], 'virus.png', { type: 'image/png' }));
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    element.dispatchEvent(event);
  });
  await expect(page.getByText(/virus\.png: This is a program/)).toBeVisible();
  await expect(surface(page)).toContainText('Before.');
  await expect(surface(page).locator('img[data-src], .picture-coming')).toHaveCount(0);
});
