import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { newApiKey } from './auth/api-keys/api-key-text';
import { redactPayload } from './events/redact-payload';
import { log } from './log';
import { withoutApiKeys } from './without-api-keys';

const { text, prefix } = newApiKey();
const redacted = `tnt_${prefix}_[redacted]`;

test('keys are taken out of texts, whole, cut off and in capitals', () => {
  expect(withoutApiKeys(`a ${text}, and ${text}`)).toBe(`a ${redacted}, and ${redacted}`);
  expect(withoutApiKeys(text.slice(0, 40))).toBe(redacted);
  expect(withoutApiKeys(text.toUpperCase())).toMatch(/\[redacted\]$/);
  expect(withoutApiKeys(`tnt_${prefix} made by Ada`)).toBe(`tnt_${prefix} made by Ada`);
});

test('the log writes no key, wherever it stands in a line', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  // The very hook of the product's log, on a stream that a test can read.
  const { hooks } = (log as unknown as Record<symbol, unknown>)[pino.symbols.hooksSym]
    ? { hooks: (log as unknown as Record<symbol, object>)[pino.symbols.hooksSym] }
    : { hooks: undefined };
  const copy = pino({ hooks: hooks as object }, stream);
  copy.info({ url: `/posts?key=${text}`, deep: { er: [text] } }, `asked with ${text}`);
  copy.error({ err: new Error(`no such ${text}`) }, 'failed');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toContain(redacted);
  expect(lines.join('')).not.toContain(text.slice(0, 30));
});

test('an event keeps no key', () => {
  const payload = { label: `for ${text}`, changes: { name: [null, text] } };
  expect(redactPayload(payload)).toEqual({
    label: `for ${redacted}`,
    changes: { name: [null, redacted] },
  });
});
