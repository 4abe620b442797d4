import { describe, expect, test } from 'vitest';
import { tenantSettingsSchema } from './tenant-settings';

const fallback = {
  brandColor: '#3b4656',
  description: '',
  timeZone: 'UTC',
  locale: 'en-GB',
  theme: 'system',
  font: 'serif',
  logo: null,
  favicon: null,
  headerLinks: [],
  footerLinks: [],
  allowedOrigins: [],
  redirectToPrimary: false,
  registration: 'invitation',
  comments: 'off',
  features: { feed: true, topics: true },
  cache: { timeoutSeconds: 86_400, mostKeys: 10_000 },
};

test.each([[{}], [null], [[]], ['dark'], [7], [{ other: 1 }]])('%j gives the defaults', (value) => {
  expect(tenantSettingsSchema.parse(value)).toEqual(fallback);
});

test('good values are kept', () => {
  const settings = {
    brandColor: '#0B7A6B',
    description: 'Anvils.',
    timeZone: 'Europe/Stockholm',
    locale: 'sv',
    theme: 'dark',
    font: 'sans',
    logo: {
      ...{ id: '0198c0de-0000-4000-8000-000000000001', fileName: 'logo.webp' },
      ...{ width: 320, height: 64 },
    },
    favicon: null,
    headerLinks: [{ label: 'Shop', href: 'https://shop.test' }],
    footerLinks: [{ label: 'Imprint', href: '/blog/imprint' }],
    allowedOrigins: ['https://cdn.example.com'],
    redirectToPrimary: true,
    registration: 'open',
    comments: 'held',
    features: { feed: false, topics: false },
    cache: { backend: 'redis', timeoutSeconds: 60, mostKeys: 5 },
  };
  expect(tenantSettingsSchema.parse(settings)).toEqual(settings);
});

describe('one bad value falls back alone', () => {
  test.each([
    ['brandColor', 'red'],
    ['brandColor', '#0B7A6B;}</style>'],
    ['brandColor', '#fff'],
    ['description', 'x'.repeat(301)],
    ['description', null],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', ''],
    ['locale', 'english'],
    ['locale', 'en_GB'],
    ['theme', 'pink'],
    ['font', 'comic'],
    ['logo', { id: 'x', fileName: '../x', width: 1, height: 1 }],
    ['headerLinks', [{ label: 'x', href: 'javascript:alert(1)' }]],
    ['footerLinks', 'none'],
    ['allowedOrigins', 'https://cdn.example.com'],
    ['allowedOrigins', ['https://cdn.example.com; script-src *']],
    ['allowedOrigins', Array.from({ length: 21 }, (_, n) => `https://c${n}.example.com`)],
    ['redirectToPrimary', 'yes'],
    ['features', 'none'],
    ['features', { feed: 'no' }],
  ] as const)('%s: %j', (name, value) => {
    const good = { brandColor: '#0b7a6b', theme: 'light' };
    const parsed = tenantSettingsSchema.parse({ ...good, [name]: value });
    expect(parsed).toEqual({ ...fallback, ...good, [name]: fallback[name] });
  });
});
