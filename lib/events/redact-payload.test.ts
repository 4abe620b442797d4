import { expect, test } from 'vitest';
import { redactPayload } from './redact-payload';

test('values under telling names are gone at any depth, the names stay', () => {
  const payload = {
    label: 'Ada',
    changes: { passwordHash: [null, '$argon2id$x'], name: ['Ada', 'Ada L.'] },
    settings: { smtp: { host: 'mail', smtpPassword: 'hunter2', list: [{ accessToken: 'abc' }] } },
    API_KEY: 'k',
    clientSecret: { nested: 'x' },
  };
  expect(redactPayload(payload)).toEqual({
    label: 'Ada',
    changes: { passwordHash: [null, '[redacted]'], name: ['Ada', 'Ada L.'] },
    settings: {
      smtp: { host: 'mail', smtpPassword: '[redacted]', list: [{ accessToken: '[redacted]' }] },
    },
    API_KEY: '[redacted]',
    clientSecret: '[redacted]',
  });
  expect(JSON.stringify(payload)).toContain('hunter2');
});

test('what is no secret stays as it is', () => {
  const payload = { resource: 'posts', hashtags: ['a'], at: new Date(0), n: 1, none: null };
  expect(redactPayload(payload)).toEqual(payload);
});
