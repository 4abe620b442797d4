import { describe, expect, test } from 'vitest';
import { TooMany } from '../../errors';
import { codeAt, twoFactorTrial } from '../../testing/two-factor-trial';
import { beginTwoFactor } from './begin-two-factor';
import { endTwoFactor, remakeRecoveryCodes } from './change-two-factor';
import { confirmTwoFactor } from './confirm-two-factor';
import { findSecondFactor } from './find-second-factor';
import { readTwoFactor } from './read-two-factor';
import { openSecret } from './typed-code';

const trial = twoFactorTrial();
const attempt = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code as string,
  );
const stateOf = () => readTwoFactor(trial.ada.sessionId, trial.client);

describe('turning it on', () => {
  test('counts from the first right code on, and gives ten codes that stand nowhere', async () => {
    const { ada, client, owner } = trial;
    await beginTwoFactor(ada, client);
    expect(await findSecondFactor(ada.userId, client), 'not yet').toBeNull();
    const { pendingSecret } = await stateOf();
    const secret = openSecret(ada.userId, pendingSecret ?? '');
    expect(await attempt(confirmTwoFactor(ada, '000000', client))).toBe('bad_input');
    expect(await findSecondFactor(ada.userId, client)).toBeNull();
    const codes = await confirmTwoFactor(ada, ` ${codeAt(secret)} `, client);
    expect(new Set(codes).size).toBe(10);
    expect(await stateOf()).toMatchObject({ codesLeft: 10, pendingSecret: null });
    const [row] = await owner`
      select f.secret, string_agg(r.code_hash, ' ') as hashes
      from platform.two_factors f join platform.recovery_codes r using (user_id) group by f.secret`;
    expect(`${row?.secret} ${row?.hashes}`).not.toContain(secret);
    for (const code of codes) expect(row?.hashes).not.toContain(code);
    expect(await trial.told()).toEqual(['user.two-factor-on at platform']);
    const [event] =
      await owner`select payload::text as text from platform.events where type like 'user.%'`;
    expect(event?.text).not.toMatch(new RegExp(`${secret}|${codes.join('|')}`));
  });

  test('never replaces a secret that counts', async () => {
    await trial.turnOn(trial.ada);
    expect(await attempt(beginTwoFactor(trial.ada, trial.client))).toBe('conflict');
  });

  test('is over after a quarter of an hour', async () => {
    const { ada, client, owner } = trial;
    await beginTwoFactor(ada, client);
    const { pendingSecret } = await stateOf();
    const secret = openSecret(ada.userId, pendingSecret ?? '');
    await owner`update platform.two_factors set created_at = now() - interval '16 minutes'`;
    expect(await attempt(confirmTwoFactor(ada, codeAt(secret), client))).toBe('conflict');
  });

  test('from a tenant’s session, a program’s or an ended one nothing begins and nothing is seen', async () => {
    const { ada, client, acme } = trial;
    const strangers = [
      await trial.open(ada.userId, acme.id),
      await trial.open(ada.userId, null, 'api'),
      '00000000-0000-4000-8000-000000000000',
    ];
    await trial.turnOn(ada);
    for (const sessionId of strangers) {
      const holder = { ...ada, sessionId };
      expect(await attempt(beginTwoFactor(holder, client))).toBe('conflict');
      expect(await readTwoFactor(sessionId, client)).toMatchObject({ since: null, codesLeft: 0 });
    }
  });

  test('a secret opens in nobody else’s row', async () => {
    const { ada, bob, client } = trial;
    await beginTwoFactor(ada, client);
    const { pendingSecret } = await stateOf();
    expect(() => openSecret(bob.userId, pendingSecret ?? '')).toThrow(/cannot be opened/);
  });
});

describe('turning it off', () => {
  test('needs a code: none, a wrong one, an old one and somebody else’s leave it on', async () => {
    const { ada, bob, client } = trial;
    const mine = await trial.turnOn(ada);
    const theirs = await trial.turnOn(bob);
    const used = codeAt(mine.secret, -1);
    for (const code of ['', ' ', '000000', used, codeAt(mine.secret, -4), theirs.codes[0] ?? '']) {
      await trial.owner`delete from platform.rate_limits`;
      expect(await attempt(endTwoFactor(ada, code, client)), code).toBe('bad_input');
    }
    await trial.owner`delete from platform.rate_limits`;
    const stolen = codeAt(theirs.secret);
    if (stolen !== codeAt(mine.secret)) {
      expect(await attempt(endTwoFactor(ada, stolen, client))).toBe('bad_input');
    }
    expect((await stateOf()).since).not.toBeNull();
    await endTwoFactor(ada, codeAt(mine.secret), client);
    expect(await stateOf()).toMatchObject({ since: null, codesLeft: 0 });
    expect(await trial.told()).toContain('user.two-factor-off at platform');
    expect((await readTwoFactor(bob.sessionId, client)).since, 'Bob’s stays').not.toBeNull();
  });

  test('goes with a recovery code, for who has lost the phone', async () => {
    const { codes } = await trial.turnOn(trial.ada);
    await endTwoFactor(trial.ada, codes[3] ?? '', trial.client);
    expect((await stateOf()).since).toBeNull();
  });

  test('is refused after five wrong codes, the right one included', async () => {
    const { secret } = await trial.turnOn(trial.ada);
    const tries = Array.from({ length: 8 }, () =>
      attempt(endTwoFactor(trial.ada, '000000', trial.client)),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((one) => one === 'bad_input')).toHaveLength(5);
    const last = endTwoFactor(trial.ada, codeAt(secret), trial.client);
    await expect(last).rejects.toBeInstanceOf(TooMany);
  });
});

describe('new recovery codes', () => {
  test('take the place of the old ones', async () => {
    const { secret, codes } = await trial.turnOn(trial.ada);
    const fresh = await remakeRecoveryCodes(trial.ada, codeAt(secret), trial.client);
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    expect(await attempt(endTwoFactor(trial.ada, codes[0] ?? '', trial.client))).toBe('bad_input');
    expect(await attempt(endTwoFactor(trial.ada, fresh[0] ?? '', trial.client))).toBe('done');
  });

  test('with a code that was used already there are none, and the old ones stay', async () => {
    const { secret, codes } = await trial.turnOn(trial.ada);
    const used = codeAt(secret, -1);
    expect(await attempt(remakeRecoveryCodes(trial.ada, used, trial.client))).toBe('bad_input');
    expect(await attempt(endTwoFactor(trial.ada, codes[0] ?? '', trial.client))).toBe('done');
  });
});
