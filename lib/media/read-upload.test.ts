import { expect, test } from 'vitest';
import { readUpload } from './read-upload';

const mark = `--${'-'.repeat(24)}walk4711`;
const type = `multipart/form-data; boundary=${mark.slice(2)}`;
const end = `${mark}--\r\n`;
const part = (head: string, text = 'bytes') =>
  `${mark}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
const request = (body: BodyInit, headers: Record<string, string> = { 'content-type': type }) =>
  new Request('http://x.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

test('a file with its words is read', async () => {
  const body = `${part('name="file"; filename="a.png"')}${part('name="alt"', '  A cat ')}${end}`;
  const { bytes, ...rest } = await readUpload(request(body));
  expect([bytes.toString(), rest]).toEqual(['bytes', { fileName: 'a.png', alt: 'A cat' }]);
});

test.each([
  ['no form', '{}', 'wrong_type', { 'content-type': 'application/json' }],
  ['no type', 'x', 'wrong_type', { 'content-type': '' }],
  ['a form that breaks off', part('name="file"; filename="a"'), 'bad_input', undefined],
  ['nothing of a form', 'x', 'bad_input', undefined],
  ['a text for the file', `${part('name="file"')}${end}`, 'bad_input', undefined],
  ['two files', `${part('name="file"; filename="a"').repeat(2)}${end}`, 'bad_input', undefined],
  ['an empty file', `${part('name="file"; filename="a"', '')}${end}`, 'unusable', undefined],
  [
    'too many words',
    `${part('name="file"; filename="a"')}${part('name="alt"', 'x'.repeat(501))}${end}`,
    'bad_input',
    undefined,
  ],
] as const)('%s is refused', async (_, body, code, headers) => {
  await expect(readUpload(request(body, headers))).rejects.toMatchObject({ code });
});

test('a file without an end is not read to it', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull: (stream) => {
      sent += 1_000_000;
      stream.enqueue(new Uint8Array(1_000_000));
    },
  });
  await expect(readUpload(request(endless))).rejects.toMatchObject({ code: 'too_large' });
  expect(sent).toBeLessThan(25_000_000);
});
