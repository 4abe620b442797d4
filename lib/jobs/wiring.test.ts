import { expect, test } from 'vitest';
import { reactions, wiring } from '../reactions';
import { defineHandler } from './handler';
import { wire } from './wiring';

const handler = (kind: string, timeLimitSeconds?: number) =>
  defineHandler({ kind, timeLimitSeconds, run: async () => {} });

test('the release’s own wiring names a handler for each kind it makes', () => {
  const kinds = Object.values(wiring.kinds).flat();
  expect(kinds).toContain('welcome-mail');
  expect(kinds.filter((kind) => !wiring.handlers.has(kind))).toEqual([]);
  expect(Object.keys(wiring.kinds)).toEqual(Object.keys(reactions));
});

test('two handlers of one name are refused, one that reacts to two events is not', () => {
  const both = handler('a');
  expect(wire({ x: [both], y: [both] }).handlers.size).toBe(1);
  expect(() => wire({ x: [handler('a')], y: [handler('a')] })).toThrow('Two handlers are named a');
});

test('a handler that may outlive its lease is refused', () => {
  expect(() => wire({}, [handler('slow', 55)])).toThrow('slow may take longer');
});
