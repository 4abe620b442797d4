import { drawPicture } from './support/draw-picture';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

test('pictures dropped anywhere on the page are uploaded', async ({ page, server }) => {
  const own = await makeSite(server, 1);
  await signIn(page, server, { host: own.host, email: own.people.editor, path: '/admin/media' });
  const dropped = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const [name, bytes] of given) {
        data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
      }
      return data;
    },
    [
      ['far.jpg', [...(await drawPicture('#101080', { width: 300, height: 200 }))]],
      ['near.jpg', [...(await drawPicture('#801010', { width: 300, height: 200 }))]],
    ] as [string, number[]][],
  );
  const cover = page.getByText('Drop to upload');
  await page.dispatchEvent('h1', 'dragenter', { dataTransfer: dropped });
  await expect(cover).toBeVisible();
  await page.dispatchEvent('h1', 'dragleave', { dataTransfer: dropped });
  await expect(cover).toBeHidden();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  for (const name of ['far.jpg', 'near.jpg']) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
});
