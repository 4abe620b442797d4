import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { openOwnerClient } from '../lib/db/owner-client';
import { drawPicture } from './support/draw-picture';
import { type MadeSite, makeSite } from './support/make-site';
import { sendFile } from './support/send-file';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
let page: Page;
test.beforeAll(async ({ server, browser }) => {
  site = await makeSite(server, 1);
  page = await browser.newPage();
  await signIn(page, server, { host: site.host, email: site.people.editor, path: '/admin/media' });
});
test.afterAll(() => page.close());

const svg = (inner: string, before = '') =>
  Buffer.from(
    `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${inner}</svg>`,
  );

/** What a browser gets of an address of the site. */
async function bytesAt(address: string): Promise<Buffer> {
  const sent = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, address);
  return Buffer.from(sent);
}

/** A PNG that says it has so many pixels, of one colour: few bytes, and gigabytes once it is open. */
function bomb(edge: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

test('what is no picture, or not a whole one, is refused in words', async () => {
  const jpeg = await drawPicture('#112233');
  const refused: [string, Buffer, number, RegExp][] = [
    ['page.jpg', Buffer.from('<html><script>alert(1)</script></html>'), 415, /no picture/],
    ['paper.png', Buffer.from('%PDF-1.7 ...'), 415, /a PDF/],
    ['run.png', Buffer.from('MZ\x90\0'), 415, /a program/],
    ['zip.jpg', Buffer.from('PK\x03\x04'), 415, /an archive/],
    ['nothing.jpg', Buffer.alloc(0), 422, /empty/],
    ['half.jpg', jpeg.subarray(0, jpeg.length / 2), 422, /damaged or incomplete/],
    ['head.jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 422, /damaged or incomplete/],
    ['bomb.png', bomb(60_000), 422, /3,600 million pixels/],
    [
      'entity.svg',
      svg('', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      422,
      /entities/,
    ],
    ['half.svg', svg('<rect').subarray(0, 90), 422, /damaged/],
    ['large.svg', svg(`<!--${'x'.repeat(1_100_000)}-->`), 413, /1 MB/],
    ['large.jpg', Buffer.concat([jpeg, Buffer.alloc(21_000_000)]), 413, /20 MB/],
  ];
  for (const [name, bytes, status, words] of refused) {
    const { status: given, body } = await sendFile(page, bytes, name);
    expect([name, given]).toEqual([name, status]);
    expect(body.detail).toMatch(words);
  }
  const field = await sendFile(page, jpeg, 'x.jpg', { field: 'other' });
  expect([field.status, field.body.detail]).toEqual([400, 'Send one file, in the field “file”.']);
  const json = await page.evaluate(
    async () => (await fetch('/api/media', { method: 'POST', body: '{}' })).status,
  );
  expect(json).toBe(415);
});

test('a large picture comes through whole', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const create = { width: 2600, height: 2000, channels: 3 as const, background: '#888', noise };
  const bytes = await sharp({ create }).png({ compressionLevel: 0 }).toBuffer();
  // Above what Next itself lets through unless it is told otherwise.
  expect(bytes.length).toBeGreaterThan(12_000_000);
  const { status, body } = await sendFile(page, bytes, 'large.png');
  expect([status, body.width, body.height]).toEqual([201, 2560, 1969]);
});

test('of a hostile drawing only pixels are served', async ({ server }) => {
  const drawing =
    svg(`<script>alert(1)</script><rect width="40" height="40" fill="#0f0" onload="alert(1)"/>
    <foreignObject width="40" height="40"><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>
    <image href="file:///etc/hostname" width="9" height="9"/><image href="${server.url(site.host)}" width="9" height="9"/>
    <a href="javascript:alert(1)"><text>x</text></a>`);
  const { status, body } = await sendFile(page, drawing, 'logo.svg', { type: 'image/svg+xml' });
  expect([status, body.contentType, body.fileName]).toEqual([201, 'image/png', 'logo.png']);
  const bytes = await bytesAt(String(body.address));
  expect(bytes.includes('script')).toBe(false);
  const [red, green, blue] = await sharp(bytes).raw().toBuffer();
  expect([red, green, blue]).toEqual([0, 255, 0]);
});

test('a file name is only a name, whatever it holds', async () => {
  const names: [string, string][] = [
    ['../../../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\ada\\Üble Grüße (1).JPEG', 'Üble-Grüße-1.jpg'],
    ['invoice\u202egpj.exe', 'invoicegpj.jpg'],
    [`${'n'.repeat(300)}.jpg`, `${'n'.repeat(100)}.jpg`],
    ['<img src=x onerror=alert(1)>.jpg', 'img-src-x-onerror-alert-1.jpg'],
    ['.htaccess', 'picture.jpg'],
    ['...', 'picture.jpg'],
    ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie-x-1.jpg'],
  ];
  for (const [at, [given, kept]] of names.entries()) {
    const bytes = await drawPicture(`#40${at}0${at}0`, { width: 60, height: 40 });
    const { status, body } = await sendFile(page, bytes, given);
    expect([given, status, body.fileName]).toEqual([given, 201, kept]);
    expect(
      await page.evaluate(async (path) => (await fetch(path)).status, String(body.address)),
    ).toBe(200);
  }
});

test('no word about where a photo was taken is left in it', async () => {
  const bytes = await sharp(await drawPicture('#0a0a0a', { width: 300, height: 200 }))
    .withExif({ IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { body } = await sendFile(page, bytes, 'photo.jpg');
  expect([body.width, body.height]).toEqual([200, 300]);
  const text = await page.evaluate(
    async (path) => (await fetch(path)).text(),
    String(body.address),
  );
  expect(text).not.toContain('Exif');
});

test('what does not fit into the storage is refused, and who may not write is told so', async ({
  browser,
  server,
}) => {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`update platform.quotas set most = used + 10, follows_default = false
    where tenant_id = ${site.id} and name = 'storage'`;
  const full = await sendFile(page, await drawPicture('#707070'));
  expect([full.status, full.body.detail]).toEqual([
    409,
    expect.stringContaining('not enough storage'),
  ]);
  await sql`update platform.quotas set most = null where tenant_id = ${site.id} and name = 'storage'`;
  await sql.end();
  const member = await browser.newPage();
  await signIn(member, server, { host: site.host, email: site.people.member });
  expect((await sendFile(member, await drawPicture('#717171'))).status).toBe(404);
  await member.context().clearCookies();
  expect((await sendFile(member, await drawPicture('#717171'))).status).toBe(401);
  await member.close();
});
