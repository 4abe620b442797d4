import { expect, test } from 'vitest';
import { memoryEngine } from './memory-engine';
import { stateSuite } from './testing/state-suite';

const acme = '11111111-2222-4333-8444-555555555551';
const globex = '11111111-2222-4333-8444-555555555552';

stateSuite('memory', null, async () => {
  const engine = memoryEngine();
  return { engine, second: engine, tenants: { acme, globex } };
});

const scope = (tenantId: string) => ({ tenantId, space: 'cache', mostKeys: 100_000 });
const value = JSON.stringify('x'.repeat(1000));

test('a tenant that writes without end pushes out its own entries and nobody else’s', async () => {
  const engine = memoryEngine({ mostBytes: 1_000_000 });
  await engine.setMany(
    scope(globex),
    [
      ['a', value],
      ['b', value],
    ],
    60,
  );
  for (let n = 0; n < 3000; n += 1) await engine.setMany(scope(acme), [[`k${n}`, value]], 60);
  expect(engine.bytes()).toBeLessThanOrEqual(1_000_000);
  expect(await engine.getMany(scope(globex), ['a', 'b'])).toEqual([value, value]);
  expect(await engine.getMany(scope(acme), ['k2999', 'k0'])).toEqual([value, null]);
});

test('what is used stays longer than what is not', async () => {
  const engine = memoryEngine({ mostBytes: 100_000 });
  await engine.setMany(scope(acme), [['used', value]], 60);
  for (let n = 0; n < 500; n += 1) {
    await engine.setMany(scope(acme), [[`k${n}`, value]], 60);
    await engine.getMany(scope(acme), ['used']);
  }
  expect(await engine.getMany(scope(acme), ['used'])).toEqual([value]);
});

test('ten thousand tenants that have more than fits share it alike, and soon', async () => {
  const engine = memoryEngine({ mostBytes: 8_000_000 });
  const id = (n: number) => acme.slice(0, -6) + String(n).padStart(6, '0');
  const begun = performance.now();
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 10_000; n += 1) {
      await engine.setMany(scope(id(n)), [[`k${round}`, '1'.repeat(100)]], 60);
    }
  }
  expect(engine.bytes()).toBeLessThanOrEqual(8_000_000);
  const kept = await Promise.all([0, 5000, 9999].map((n) => engine.keys(scope(id(n)), 10)));
  for (const keys of kept) expect(keys.length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test('clearing gives the room back', async () => {
  const engine = memoryEngine();
  await engine.setMany(scope(acme), [['a', value]], 60);
  await engine.clear(scope(acme));
  expect(engine.bytes()).toBe(0);
});
