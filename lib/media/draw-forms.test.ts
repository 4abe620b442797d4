import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawForms } from './draw-forms';

const plain = (width: number, height: number, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } });

describe('a picture', () => {
  test('is turned upright and loses what it says of its place', async () => {
    const bytes = await plain(600, 300)
      .withExif({ IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { forms, ...drawn } = await drawForms(bytes, 'jpeg');
    expect(drawn).toEqual({ contentType: 'image/jpeg', ending: 'jpg', width: 300, height: 600 });
    const { exif, orientation } = await sharp(forms[0]?.bytes).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });
  test('is kept at most 2,560 pixels long, in the widths narrower than that', async () => {
    const { width, height, forms } = await drawForms(
      await plain(4000, 1000).png().toBuffer(),
      'png',
    );
    expect([width, height]).toEqual([2560, 640]);
    expect(forms.map((form) => form.width)).toEqual([null, 480, 960, 1600]);
    const widths = await Promise.all(
      forms.map(async (one) => (await sharp(one.bytes).metadata()).width),
    );
    expect(widths).toEqual([2560, 480, 960, 1600]);
  });
  test('that moves keeps moving', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((one) => plain(500, 200, one).png().toBuffer()),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { width, height, contentType, forms } = await drawForms(bytes, 'gif');
    expect([width, height, contentType]).toEqual([500, 200, 'image/webp']);
    for (const { bytes: form } of forms) {
      expect((await sharp(form).metadata()).pages).toBe(3);
    }
    await expect(drawForms(bytes.subarray(0, bytes.length - 20), 'gif')).rejects.toThrow('damaged');
  });
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    '%s that is cut off is refused',
    async (type) => {
      const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
      const create = { width: 300, height: 300, channels: 3 as const, background: '#888', noise };
      const bytes = await sharp({ create }).toFormat(type).toBuffer();
      await expect(drawForms(bytes, type)).resolves.toMatchObject({ width: 300 });
      await expect(drawForms(bytes.subarray(0, bytes.length * 0.6), type)).rejects.toMatchObject({
        code: 'unusable',
      });
    },
  );
  test('with too many pixels is not opened, its frames counted', async () => {
    const still = await sharp({
      create: { width: 9000, height: 6000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    const begun = process.memoryUsage().rss;
    await expect(drawForms(still, 'png')).rejects.toThrow('54 million pixels');
    expect(process.memoryUsage().rss - begun).toBeLessThan(60_000_000);
  });
});

describe('a drawing', () => {
  const svg = (inner: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">${inner}</svg>`);
  test('becomes pixels, enough for a fine screen', async () => {
    const drawn = await drawForms(svg('<rect width="100" height="50" fill="#123456"/>'), 'svg');
    expect(drawn).toMatchObject({ contentType: 'image/png', width: 512, height: 256 });
    const pixels = await sharp(drawn.forms[0]?.bytes).raw().toBuffer();
    expect([...pixels.subarray(0, 3)]).toEqual([0x12, 0x34, 0x56]);
  });
  test('that asks for endless work is given up', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => {
      const inner =
        at === 0 ? '<rect width="1" height="1"/>' : `<use href="#l${at - 1}"/>`.repeat(12);
      return `<g id="l${at}">${inner}</g>`;
    });
    const filter = '<feTurbulence numOctaves="50"/><feMorphology radius="400"/>'.repeat(30);
    const bytes = svg(
      `<defs>${levels.join('')}<filter id="f">${filter}</filter></defs>
       <use href="#l11"/><rect width="100" height="50" filter="url(#f)"/>`,
    );
    const begun = Date.now();
    await expect(drawForms(bytes, 'svg')).rejects.toMatchObject({ code: 'unusable' });
    expect(Date.now() - begun).toBeLessThan(20_000);
  });
  test('that asks for all memory there is gets no more than its share', async () => {
    const floods = Array.from({ length: 600 }, (_, at) => `<feFlood result="r${at}"/>`).join('');
    const square = 'width="1024" height="1024"';
    const bytes = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" ${square}><filter id="f">${floods}</filter>
       <rect ${square} filter="url(#f)"/></svg>`,
    );
    await expect(drawForms(bytes, 'svg')).rejects.toThrow('Export it simplified');
  });
  test('that only begins declarations is read once', async () => {
    const bytes = Buffer.from(`<svg ${'<!DOCTYPE'.repeat(110_000)}`);
    await expect(drawForms(bytes, 'svg')).rejects.toThrow('damaged');
  });
  test('that is no XML, or declares entities, is refused', async () => {
    await expect(drawForms(svg('<rect'), 'svg')).rejects.toThrow('damaged');
    const bomb = Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>');
    await expect(drawForms(bomb, 'svg')).rejects.toThrow('entities');
    await expect(drawForms(Buffer.from([...svg(''), 0xff]), 'svg')).rejects.toThrow('UTF-8');
  });
});
