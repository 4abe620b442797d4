import { describe, expect, test } from 'vitest';
import { TooMany } from '../../errors';
import { codeAt, trialPassword, twoFactorTrial } from '../../testing/two-factor-trial';
import { issueTokens } from '../tokens/issue-tokens';
import { findSecondFactor } from './find-second-factor';
import { passSecondFactor } from './pass-second-factor';
import { requireCode } from './require-code';

const trial = twoFactorTrial();
const place = () => ({ realm: trial.acme.id, address: '10.0.0.7', requestId: 'r2' });

async function pass(code: string, device: string | null = null, who = trial.ada): Promise<string> {
  const factor = await findSecondFactor(who.userId, trial.client);
  if (!factor) throw new Error('no second factor');
  const asked = { userId: who.userId, ...factor };
  return passSecondFactor(asked, code, { ...place(), device }, trial.client).then(
    () => 'in',
    (error) => error.code as string,
  );
}

describe('a code', () => {
  test('is good once, also of two at the same moment, and never an older one after it', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    const both = await Promise.all([pass(codeAt(secret)), pass(codeAt(secret))]);
    expect(both.toSorted()).toEqual(['bad_input', 'in']);
    expect(await pass(codeAt(secret))).toBe('bad_input');
    expect(await pass(codeAt(secret, -1))).toBe('bad_input');
    expect(await pass(codeAt(secret, 1))).toBe('in');
  });

  test('is good one step early and late, and no more', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    for (const [step, outcome] of [
      [-2, 'bad_input'],
      [2, 'bad_input'],
      [-1, 'in'],
      [0, 'in'],
      [1, 'in'],
    ] as const) {
      await trial.owner`delete from platform.rate_limits`;
      if (step === -1) await trial.later();
      expect(await pass(codeAt(secret, step)), String(step)).toBe(outcome);
    }
  });

  test('of another person opens nothing, a recovery code neither', async () => {
    const mine = await trial.turnOn(trial.ada);
    const theirs = await trial.turnOn(trial.bob);
    expect(await pass(theirs.codes[0] ?? '')).toBe('bad_input');
    if (codeAt(theirs.secret) !== codeAt(mine.secret)) {
      expect(await pass(codeAt(theirs.secret))).toBe('bad_input');
    }
  });

  test.each(['', '000000', '12345', '1234567', 'abc', '٣٤٥٦٧٨', '0'.repeat(40), "' or 1=1"])(
    'is not %s',
    async (code) => {
      await trial.turnOn(trial.ada);
      expect(await pass(code)).toBe('bad_input');
    },
  );
});

describe('a recovery code', () => {
  test('is good once, however it is typed, and of many at the same moment one counts', async () => {
    const { codes } = await trial.turnOn(trial.ada);
    const [first = '', second = ''] = codes;
    const many = await Promise.all(Array.from({ length: 4 }, () => pass(first)));
    expect(many.filter((one) => one === 'in')).toHaveLength(1);
    await trial.later();
    expect(await pass(second.toUpperCase().replace('-', ' '))).toBe('in');
    expect(await pass(second)).toBe('bad_input');
    const told = await trial.told();
    expect(told.filter((one) => one === 'user.recovery-code-used at platform')).toHaveLength(2);
    expect(told.filter((one) => one === 'user.recovery-code-used at acme')).toHaveLength(2);
    const [event] = await trial.owner`
      select payload from platform.events where type = 'user.recovery-code-used' order by id desc`;
    expect(event?.payload).toMatchObject({ left: 8, address: '10.0.0.7', site: 'ACME' });
  });
});

describe('guessing', () => {
  test('ends after five wrong codes, wherever they are tried, and the person is told once', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    const many = await Promise.all(Array.from({ length: 12 }, () => pass('000000')));
    expect(many.filter((one) => one === 'bad_input')).toHaveLength(5);
    expect(many.filter((one) => one === 'too_many')).toHaveLength(7);
    expect(await pass(codeAt(secret))).toBe('too_many');
    const told = await trial.told();
    expect(told.filter((one) => one === 'user.locked-out at platform')).toHaveLength(1);
    const rows = await trial.owner`select * from platform.lockouts`;
    expect(rows, 'no admin of a tenant can lift it').toEqual([]);
  });

  test('does not keep a browser out that the person has used before', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    for (let n = 0; n < 6; n += 1) await pass('000000');
    expect(await pass(codeAt(secret), 'a-known-device')).toBe('in');
  });

  test('is bounded by the day too', async () => {
    await trial.turnOn(trial.ada);
    const outcomes: string[] = [];
    for (let n = 0; n < 32; n += 1) {
      await trial.owner`delete from platform.rate_limits where points >= 5 and ends_at < now() + interval '1 hour'`;
      outcomes.push(await pass('000000'));
    }
    expect(outcomes.indexOf('too_many')).toBe(30);
  });
});

describe('tokens for programs', () => {
  const request = (more: object) => ({
    email: 'ada@people.test',
    password: trialPassword,
    ...{ realm: trial.acme.id, address: '10.0.0.7', userAgent: '', requestId: 'r', ...more },
  });
  const tokens = (more: object) => issueTokens(request(more), trial.client);
  const sessions = async () =>
    (await trial.owner`select id from platform.sessions where kind = 'api'`).length;

  test('need the code too, and a wrong password is told nothing of it', async () => {
    const before = await sessions();
    const { secret } = await trial.turnOn(trial.ada);
    for (const code of [undefined, '', '  ']) {
      await expect(tokens({ code })).rejects.toThrow(/send a code/);
    }
    await expect(tokens({ code: '000000' })).rejects.toMatchObject({ code: 'bad_input' });
    const wrong = tokens({ password: 'wrong', code: codeAt(secret) });
    await expect(wrong).rejects.toThrow(/do not match/);
    expect(await sessions(), 'nothing was opened').toBe(before);
    expect(await tokens({ code: codeAt(secret) })).toHaveProperty('access');
    expect(await sessions()).toBe(before + 1);
    await expect(tokens({ code: codeAt(secret) }), 'a replay').rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  test('need none without two-factor', async () => {
    expect(await tokens({})).toHaveProperty('access');
  });

  test('a wrong password spends no code', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    await tokens({ password: 'wrong', code: codeAt(secret) }).catch(() => {});
    expect(await pass(codeAt(secret))).toBe('in');
  });
});

test('the limit is thrown as one, with the time to wait', async () => {
  await trial.turnOn(trial.ada);
  const user = { id: trial.ada.userId, name: 'ada', email: 'ada@people.test' };
  const again = () => requireCode(user, '000000', place(), trial.client);
  for (let n = 0; n < 5; n += 1) await again().catch(() => {});
  const error = await again().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(TooMany);
  expect(error.retryAfterSeconds).toBeGreaterThan(800);
});
