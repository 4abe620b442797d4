import { expect, test } from 'vitest';
import { reactions, wiring } from '../reactions';
import { defineHandler } from './handler';
import { on } from './on';
import { wire } from './wiring';

const handler = (kind: string, inOrder?: boolean) =>
  defineHandler({ kind, inOrder, run: async () => {} });

test('the release’s own wiring names a handler for each kind it makes', () => {
  const kinds = Object.values(wiring.kinds).flat();
  expect(kinds).toContain('welcome-mail');
  expect(kinds.filter((kind) => !wiring.handlers.has(kind))).toEqual([]);
  expect(Object.keys(wiring.kinds)).toEqual([...new Set(reactions.flatMap(({ types }) => types))]);
  expect(wiring.crons.map(({ name }) => name)).toEqual([
    ...['housekeeping', 'domain-checks', 'notification-digests', 'search-sweep', 'search-check'],
  ]);
  expect(wiring.handlers.has('housekeeping')).toBe(true);
});

test('two handlers of one name are refused, one that reacts to two events is not', () => {
  const both = handler('a');
  expect(wire([on(['x', 'y'], both), on('z', both)]).handlers.size).toBe(1);
  expect(() => wire([on('x', handler('a')), on('y', handler('a'))])).toThrow(
    'Two handlers are named a',
  );
});

test('handlers of life-cycle events are in order, others are not, and both can say otherwise', () => {
  const { ordered } = wire([
    on('tenant.created', handler('life')),
    on('member.added', handler('mail', false)),
    on('post.*', handler('post')),
    on('tag.*', handler('tag', true)),
  ]);
  expect(ordered).toEqual(['life', 'tag']);
  const mixed = handler('mixed');
  expect(() => wire([on('tenant.created', mixed), on('post.*', mixed)])).toThrow(
    'mixed hears of life-cycle events in order and of post.* not: let it say inOrder.',
  );
});

test('names of other frameworks mean the same events, and what is told under a former name is heard', () => {
  const { kinds } = wire([
    on(['tenant_user_added', 'tenant_user_deleted'], handler('people')),
    on('tenant_deactivated', handler('pause')),
  ]);
  expect(kinds).toEqual({
    'member.added': ['people'],
    'user.deleted': ['people'],
    'tenant.deactivated': ['pause'],
    'tenant.suspended': ['pause'],
  });
});
