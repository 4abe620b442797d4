import { expect, test } from 'vitest';
import { knownPermissions } from '../../admin/rights/permission-catalogue';
import {
  grantedRights,
  isGrantable,
  never,
  supportMay,
  whenGranted,
} from '../../auth/support/support-rights';
import { actionPlans } from './action-plans';
import { supportRules } from './support-rules';

test('every action of a tenant’s host says what it is to somebody of support', () => {
  const actions = Object.keys(actionPlans).filter((name) => name.startsWith('app/[tenant]/'));
  expect(Object.keys(supportRules).toSorted()).toEqual(actions.toSorted());
});

test('every right that changes something is decided: when granted, or never', () => {
  const changing = knownPermissions().filter((one) => /\.(write|delete)$/.test(one));
  for (const permission of changing) {
    const area = permission.slice(0, permission.lastIndexOf('.'));
    const open = [whenGranted.includes(area), grantedRights.includes(permission)];
    const closed = [never.includes(area), never.includes(permission)];
    const decided = [...open, ...closed].filter(Boolean);
    expect([permission, decided.length]).toEqual([permission, 1]);
    expect([permission, isGrantable(permission)]).toEqual([permission, open.includes(true)]);
  }
});

test.each(never)('%s is never support’s, and nor is what nobody has thought of', (area) => {
  const permissions = area.includes('.') ? [area] : [`${area}.write`, `${area}.delete`];
  for (const permission of [...permissions, 'unheard-of.write', '*', 'posts.publish.x']) {
    expect(supportMay({ canWrite: true }, permission)).toBe(false);
  }
});

test('without a grant nothing is changed, whatever it is', () => {
  for (const permission of knownPermissions()) {
    const isChange = /\.(write|delete)$/.test(permission);
    expect([permission, supportMay({ canWrite: false }, permission)]).toEqual([
      permission,
      !isChange,
    ]);
  }
});
