import { expect, test } from 'vitest';
import { auditChoices, auditLine } from './audit-choices';

test('an entry of the audit log reads as a line', () => {
  expect(auditLine({ type: 'post.trashed', actorName: 'Ada' })).toBe('Post trashed by Ada');
  for (const type of ['tenant.deactivated', 'tenant.suspended']) {
    expect(auditLine({ type, actorName: 'Root' })).toBe('Tenant suspended by Root');
  }
  expect(auditLine({ type: 'tenant.domain-added', actorName: null })).toBe('Tenant domain added');
});

test('who looks for what has another name now finds what was written down before, too', () => {
  const found = auditChoices().type.filter(({ label }) => label === 'Tenant suspended');
  expect(found).toEqual([{ id: 'tenant.deactivated,tenant.suspended', label: 'Tenant suspended' }]);
});
