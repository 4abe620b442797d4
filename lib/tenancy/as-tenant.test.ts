import { expect, test } from 'vitest';
import { mockTenant } from '../testing/mock-tenant';
import { asTenant } from './as-tenant';

const tenant = mockTenant({
  settings: {
    ...{ theme: 'light', brandColor: 'red', description: 7, premium: true, seats: 5, plan: 'gold' },
    ...{ allowedOrigins: ['https://cdn.example.com'], smtp: { password: 'hunter2', host: 'mail' } },
  },
});

test('a setting is the tenant’s own where it has a usable one', () => {
  expect(tenant.getSetting('theme')).toBe('light');
  expect(tenant.getSetting('theme', 'dark')).toBe('light');
  expect(tenant.getSetting('allowedOrigins', [])).toEqual(['https://cdn.example.com']);
});

test('else the caller’s default, else that of the release', () => {
  expect(tenant.getSetting('locale', 'sv')).toBe('sv');
  expect(tenant.getSetting('locale')).toBe('en-GB');
  // Set, and of no use.
  expect(tenant.getSetting('brandColor', '#123456')).toBe('#123456');
  expect(tenant.getSetting('brandColor')).toBe('#3b4656');
  expect(tenant.getSetting('description', 'Nothing')).toBe('Nothing');
});

test('settings of one’s own are of the kind of their default, or missing', () => {
  expect(tenant.getSetting('premium', false)).toBe(true);
  expect(tenant.getSetting('seats', 1)).toBe(5);
  expect(tenant.getSetting('plan', 'free')).toBe('gold');
  expect(tenant.getSetting('seats', 'none')).toBe('none');
  expect(tenant.getSetting('unheard-of', 3)).toBe(3);
  expect(tenant.getSetting('constructor', 'x')).toBe('x');
});

test('types say the same', () => {
  const theme: 'system' | 'light' | 'dark' = tenant.getSetting('theme');
  const plan: string = tenant.getSetting('plan', 'free');
  // @ts-expect-error: no theme of this name
  const wrong = () => tenant.getSetting('theme', 'pink') satisfies typeof theme;
  expect([theme, plan, typeof wrong]).toEqual(['light', 'gold', 'function']);
});

test('two are the same by id alone', () => {
  expect(tenant.equals(mockTenant({ name: 'Renamed' }))).toBe(true);
  expect(tenant.equals({ id: tenant.id })).toBe(true);
  const other = mockTenant({ id: '00000000-0000-4000-8000-0000000000ad' });
  expect([tenant.equals(other), tenant.equals(null)]).toEqual([false, false]);
});

test('the row is there without its secrets, as JSON has it', () => {
  expect(tenant.raw).toMatchObject({ slug: 'acme', createdAt: '2026-01-01T00:00:00.000Z' });
  expect(tenant.raw.settings.smtp).toEqual({ password: '[redacted]', host: 'mail' });
  expect(JSON.stringify(tenant)).not.toContain('hunter2');
});

test('the name is the slug where nobody has given one', () => {
  expect(mockTenant({ name: ' ', slug: 'initech' }).name).toBe('initech');
});

test('it is plain data again once it was copied or cached, and answers again afterwards', () => {
  const cached = JSON.parse(JSON.stringify(tenant));
  expect({ ...tenant }).toEqual(cached);
  expect(Object.keys({ ...tenant })).not.toContain('getSetting');
  expect(asTenant(cached).getSetting('plan', 'free')).toBe('gold');
  expect(asTenant(asTenant(cached)).equals(tenant)).toBe(true);
});
