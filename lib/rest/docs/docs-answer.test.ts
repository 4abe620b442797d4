import { describe, expect, test } from 'vitest';
import { docsCspHeader } from '../../tenancy/content-security-policy';
import { docsAnswer } from './docs-answer';
import { docsFileAnswer } from './docs-file-answer';

const request = (headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/api/docs', { headers });
const ask = () => docsAnswer(request(), 'A & B <API>');
const askFile = (name: string, headers?: Record<string, string>) =>
  docsFileAnswer(request(headers), name);

describe('the page of the API', () => {
  test('holds no script and no style of its own, and names this host alone', async () => {
    const answer = await ask();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    expect(html).toContain('<title>A &#38; B &#60;API&#62;</title>');
    expect(html).not.toMatch(/<script>|<style|\son\w+=/);
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.every((address) => /^(\/|docs\/)?[\w.-]+$/.test(address ?? ''))).toBe(true);
    expect(docsCspHeader).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('finds every file that it names', async () => {
    const html = await (await ask()).text();
    const files = [...html.matchAll(/"docs\/([\w.-]+)"/g)].map(([, name]) => name ?? '');
    expect(files).toHaveLength(4);
    for (const name of files) {
      const answer = await askFile(name);
      expect(answer.status).toBe(200);
      expect((await answer.text()).length).toBeGreaterThan(100);
      const etag = String(answer.headers.get('etag'));
      expect((await askFile(name, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  test.each(['package.json', '..', '../package.json', 'index.html', 'toString', ''])(
    'serves no other file: %s',
    async (name) => {
      await expect(askFile(name)).rejects.toMatchObject({ code: 'not_found' });
    },
  );
});
