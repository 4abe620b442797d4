import { expect, test } from 'vitest';
import type { Viewer } from '../viewer';
import { requireOwnHand } from './require-own-hand';

const person: Viewer = {
  ...{ userId: 'u', name: 'Ada', email: 'ada@example.com', sessionId: 's', isSuperuser: false },
  membership: null,
};
const support = (canWrite: boolean): Viewer => ({
  ...person,
  support: {
    ...{ id: 'x', superuserId: 'r', superuserName: 'Root', reason: 'why', canWrite },
    expiresAt: new Date(),
  },
});
const asked = (viewer: Viewer | null, permission: unknown) => () =>
  requireOwnHand(viewer, permission);

test('the person, and who is nobody, are let through to the next question', () => {
  for (const permission of ['public', 'account.use', 'members.write']) {
    expect(asked(null, permission)).not.toThrow();
    expect(asked(person, permission)).not.toThrow();
  }
});

test('what asks for no right of its own is the person’s alone', () => {
  for (const permission of ['public', 'account.use']) {
    expect(asked(support(true), permission)).toThrow('Support may not do this');
    expect(asked(support(false), permission)).toThrow('may change nothing here');
  }
});

test('a change needs a grant, and some have none', () => {
  expect(asked(support(false), 'posts.read')).not.toThrow();
  expect(asked(support(false), 'posts.write')).toThrow();
  expect(asked(support(true), 'posts.write')).not.toThrow();
  expect(asked(support(true), 'members.write')).toThrow();
  expect(asked(support(true), 'settings.delete')).toThrow();
});
