import { describe, expect, test } from 'vitest';
import { findLockout } from '../admin/lockouts/find-lockout';
import { liftLockout } from '../admin/lockouts/lift-lockout';
import { AppError } from '../errors';
import { getTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { trialPassword, twoFactorTrial } from '../testing/two-factor-trial';
import { knowsDevice, noteDevice } from './known-device';
import { type Attempt, verifyCredentials } from './verify-credentials';

const trial = twoFactorTrial();
const email = 'ada@people.test';
const at = (more: Partial<Attempt> = {}): Attempt => ({
  ...{ realm: trial.acme.id, address: '10.0.0.7', userAgent: 'curl', requestId: 'r' },
  ...more,
});
const tryIt = (password: string, attempt = at(), who = email) =>
  verifyCredentials(who, password, attempt, trial.client).then(
    () => 'in',
    (error) => (error instanceof AppError ? error.message : String(error)),
  );
async function fail(times: number, attempt = at(), who = email): Promise<string[]> {
  const said: string[] = [];
  for (let n = 0; n < times; n += 1) said.push(await tryIt('wrong', attempt, who));
  return said;
}
async function contextOf(id: string) {
  return tenantContext(await getTenant(id, trial.client), { client: trial.client, requestId: 'r' });
}
async function memberId(): Promise<string> {
  const [row] = await trial.owner`
    select id from platform.memberships where tenant_id = ${trial.acme.id} and email = ${email}`;
  return row?.id;
}

describe('ten wrong passwords', () => {
  test('lock the account at that tenant, and are told once in both logs', async () => {
    await fail(12);
    expect(await tryIt(trialPassword)).toMatch(/Try again in 1\d minutes/);
    expect(await trial.told()).toEqual(['user.locked-out at platform', 'user.locked-out at acme']);
    const [event] = await trial.owner`select payload from platform.events where type like 'user.%'`;
    expect(event?.payload).toMatchObject({ failures: 10, tried: 'password', address: '10.0.0.7' });
    expect(await tryIt(trialPassword, at({ realm: trial.globex.id }))).toBe('in');
  });

  test('get the same answers for an email that nobody has', async () => {
    const known = await fail(12);
    const unknown = await fail(12, at({ address: '10.0.0.8' }), 'nobody@people.test');
    expect(unknown).toEqual(known);
    const [{ count } = { count: 0 }] = await trial.owner`
      select count(*)::int from platform.events where type = 'user.locked-out'`;
    expect(count, 'only of the one who is known').toBe(2);
  });

  test('the right password is told nothing else than a wrong one', async () => {
    await fail(10);
    expect(await tryIt(trialPassword)).toBe(await tryIt('wrong'));
  });
});

test('thirty on all hosts together lock it everywhere', async () => {
  const realms = [trial.acme.id, trial.globex.id, null, crypto.randomUUID()];
  let tried = 0;
  for (const realm of realms) {
    for (const one of await fail(10, at({ realm, address: `10.0.1.${tried}` }))) {
      tried += one.includes('do not match') ? 1 : 0;
    }
  }
  expect(tried).toBe(30);
  const fresh = at({ realm: crypto.randomUUID(), address: '10.0.9.9' });
  expect(await tryIt(trialPassword, fresh)).toMatch(/Try again/);
});

describe('a browser that the account knows', () => {
  const device = 'd'.repeat(43);
  async function known(): Promise<Attempt> {
    await noteDevice(await trial.open(trial.ada.userId, null), device, 'r', trial.client);
    return at({ device });
  }

  test('is not locked by failures elsewhere, of the address neither, and unlocks nobody', async () => {
    const mine = await known();
    await fail(12);
    expect(await tryIt(trialPassword, mine)).toBe('in');
    expect(await tryIt(trialPassword), 'the others stay out').toMatch(/Try again/);
  });

  test('has ten tries of its own, and uses up nobody else’s', async () => {
    const mine = await known();
    const said = await fail(11, mine);
    expect(said.at(9)).toMatch(/do not match/);
    expect(said.at(10)).toMatch(/Try again/);
    expect(await tryIt(trialPassword)).toBe('in');
  });

  test('is known to its own account alone', async () => {
    await known();
    expect(await knowsDevice(email, device, trial.client)).toBe(true);
    expect(await knowsDevice('bob@people.test', device, trial.client)).toBe(false);
    expect(await knowsDevice('nobody@people.test', device, trial.client)).toBe(false);
    expect(await knowsDevice('x\0', device, trial.client)).toBe(false);
  });

  test('a new one beside others is told, the first and a known one are not', async () => {
    const { ada, acme } = trial;
    const note = async (hash: string) =>
      noteDevice(await trial.open(ada.userId, acme.id), hash, 'r', trial.client);
    expect([await note('a'), await note('a'), await note('b')]).toEqual(['first', 'known', 'new']);
    expect(await trial.told()).toEqual(['user.new-device at platform', 'user.new-device at acme']);
    expect(await noteDevice(crypto.randomUUID(), 'c', 'r', trial.client)).toBeNull();
    for (let n = 0; n < 55; n += 1) await note(`n${n}`);
    const [row] = await trial.owner`select count(*)::int from platform.known_devices`;
    expect(row?.count).toBe(50);
  });
});

describe('lifting', () => {
  test('lets the member in again at this tenant, with an event', async () => {
    await fail(12);
    const [ctx, id] = [await contextOf(trial.acme.id), await memberId()];
    expect(await findLockout(ctx, id)).toMatchObject({ name: 'ada', email, failures: 10 });
    await liftLockout(ctx, id);
    expect(await findLockout(ctx, id)).toBeNull();
    expect(await tryIt(trialPassword)).toBe('in');
    expect((await trial.told()).at(-1)).toBe('member.unlocked at acme');
    await expect(liftLockout(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is none of another tenant’s business', async () => {
    await fail(12);
    const globex = await contextOf(trial.globex.id);
    const id = await memberId();
    expect(await findLockout(globex, id)).toBeNull();
    await expect(liftLockout(globex, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await findLockout(globex, 'no-id')).toBeNull();
    expect(await tryIt(trialPassword)).toMatch(/Try again/);
  });

  test('who is no member leaves no row, and a lock-out ends by itself', async () => {
    await fail(12, at(), 'bob@people.test');
    expect(await trial.owner`select * from platform.lockouts`).toHaveLength(0);
    await fail(12, at({ address: '10.0.0.9' }));
    await trial.owner`update platform.lockouts set locked_until = now()`;
    expect(await findLockout(await contextOf(trial.acme.id), await memberId())).toBeNull();
  });
});

test('a hash made with less work is made anew at the next sign-in, and stays the same password', async () => {
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(trialPassword, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
  await trial.owner`update platform.users set password_hash = ${weak} where email = ${email}`;
  expect(await tryIt('wrong')).toMatch(/do not match/);
  const stored = async () =>
    (await trial.owner`select password_hash from platform.users where email = ${email}`)[0]
      ?.password_hash;
  expect(await stored()).toBe(weak);
  expect(await tryIt(trialPassword)).toBe('in');
  const renewed = await stored();
  expect(renewed).not.toBe(weak);
  expect(await tryIt(trialPassword)).toBe('in');
  expect(await stored(), 'once').toBe(renewed);
});
