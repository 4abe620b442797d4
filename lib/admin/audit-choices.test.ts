import { expect, test } from 'vitest';
import { auditLine } from './audit-choices';

test('an entry of the audit log reads as a line', () => {
  expect(auditLine({ type: 'post.trashed', actorName: 'Ada' })).toBe('Post trashed by Ada');
  expect(auditLine({ type: 'tenant.domain-added', actorName: null })).toBe('Tenant domain added');
});
