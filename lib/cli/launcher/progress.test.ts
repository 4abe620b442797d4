import { expect, it } from 'vitest';
import { createProgress } from './progress.mjs';

function record(isTTY: boolean) {
  const out = { isTTY, text: '', write: (text: string) => (out.text += text) };
  return out;
}

it('writes a line when a step begins and one with its seconds when it ends', async () => {
  const out = record(false);
  const progress = createProgress(out);
  await progress.step('Migrating', async () => progress.say('applied one'));
  progress.say('after');
  expect(out.text).toMatch(
    /^Migrating \.\.\.\n {2}applied one\nMigrating: done in 0\.\d s\nafter\n$/,
  );
});

it('turns a spinner on a terminal only, and leaves whole lines behind', async () => {
  const out = record(true);
  const progress = createProgress(out);
  const work = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
  await progress.step('Migrating', work);
  const lines = out.text.split('\r\u001b[2K');
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.at(-1)).toMatch(/^Migrating: done in 0\.\d s\n$/);
});

it('says that a step failed', async () => {
  const out = record(false);
  const broken = createProgress(out).step('Building', () => Promise.reject(new Error('no')));
  await expect(broken).rejects.toThrow('no');
  expect(out.text).toContain('Building: failed in');
});
