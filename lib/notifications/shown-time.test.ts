import { expect, test } from 'vitest';
import { mockTenant } from '../testing/mock-tenant';
import { shownTime } from './shown-time';

test('a time is the tenant’s own, and says so', () => {
  const tenant = mockTenant({ settings: { locale: 'en-GB', timeZone: 'Asia/Kolkata' } });
  const shown = shownTime(tenant, new Date('2026-01-31T20:00:00Z'));
  expect(shown).toMatch(/^1 Feb 2026, 01:30 \(Asia\/Kolkata\)$/);
});
