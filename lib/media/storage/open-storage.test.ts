import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

async function freshly() {
  vi.resetModules();
  return (await import('./open-storage')).openStorage;
}
const set = (more: Record<string, string>) => {
  const needed = {
    DATABASE_URL: 'postgres://nobody@localhost/none',
    AUTH_SECRET: 'x'.repeat(40),
    ROOT_DOMAIN: 'example.com',
  };
  for (const [name, value] of Object.entries({ ...needed, ...more })) vi.stubEnv(name, value);
};

test('where no disk lasts a bucket is needed, and the refusal names the variable', async () => {
  set({ VERCEL: '1' });
  const open = await freshly();
  expect(() => open()).toThrow(/S3_BUCKET is not set/);
  expect(() => open()).toThrow(expect.objectContaining({ code: 'unavailable' }));
});

test('a bucket will do there, and elsewhere the data folder', async () => {
  set({ VERCEL: '1', S3_BUCKET: 'pictures', S3_REGION: 'eu-central-1' });
  expect((await freshly())()).toHaveProperty('put');
  set({ VERCEL: '', S3_BUCKET: '' });
  expect((await freshly())()).toHaveProperty('removeTenant');
});
