import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { markOfPassword, sealPending } from '../../auth/two-factor/pending-sign-in';
import { seal } from '../../auth/two-factor/sealing';
import { newSecret } from '../../auth/two-factor/time-codes';
import { secretPurpose } from '../../auth/two-factor/typed-code';
import { emailOf, walkPassword } from '../world/add-people';
import { type ActionCall, type ActionPlan, formCall, type Scene } from './action-plan';

const rootEmail = 'root@example.com';
const file = 'app/(platform)/account/two-factor/actions.ts';

/** The actions of two-factor, of the second step of signing in, and of lock-outs. */
export const twoFactorActions: Record<string, ActionPlan> = {
  [`${file}#beginSetUp`]: {
    on: 'root',
    right: 'account',
    own: () => [formCall('the password', { password: walkPassword })],
    after: forget,
  },
  [`${file}#makeCodes`]: {
    on: 'root',
    right: 'account',
    own: async (scene) => [
      formCall('a first code', { code: await putFactor(scene, rootEmail, false), password: '' }),
    ],
    after: forget,
  },
  [`${file}#turnOff`]: {
    on: 'root',
    right: 'account',
    own: async (scene) => [
      formCall('both factors', {
        code: await putFactor(scene, rootEmail, true),
        password: walkPassword,
      }),
    ],
    after: forget,
  },
  'app/(platform)/login/code/actions.ts#enterCode': enterCode('root'),
  'app/[tenant]/login/code/actions.ts#enterCode': enterCode('tenant'),
  'app/[tenant]/admin/lockouts/actions.ts#liftLock': {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall('a member', { member: await lockMember(scene, scene.side.site) }),
    ],
    foreign: async (scene) => [
      formCall('the other’s member', { member: await lockMember(scene, scene.side.foreign) }),
    ],
    after: ({ sql }) => sql`delete from platform.lockouts`,
  },
};

function enterCode(on: ActionPlan['on']): ActionPlan {
  return {
    on,
    right: 'public',
    own: async (scene) => [await codeCall(scene, on)],
    after: forget,
  };
}

/** A code with the cookie that its first step gave. */
async function codeCall(scene: Scene, on: ActionPlan['on']): Promise<ActionCall> {
  const { side, sql, world } = scene;
  const email = emailOf('owner', side.site);
  const code = await putFactor(scene, email, true);
  const [row] = await sql`select id, password_hash from platform.users where email = ${email}`;
  const pending = world.keyring.withSecret(() =>
    sealPending(on === 'root' ? null : side.site.id, {
      userId: row?.id,
      passwordMark: markOfPassword(row?.id, row?.password_hash),
      keep: true,
      device: randomBytes(8).toString('hex'),
    }),
  );
  return formCall('a code', { code }, { cookie: world.keyring.named('.pending', pending) });
}

/** Gives somebody a second factor, set up or only begun, and a code of it. */
async function putFactor({ sql, world }: Scene, email: string, isOn: boolean): Promise<string> {
  const [row] = await sql`select id from platform.users where email = ${email}`;
  const secret = newSecret();
  const sealed = world.keyring.withSecret(() => seal(secretPurpose(row?.id), secret));
  await sql`
    insert into platform.two_factors as f (user_id, secret, confirmed_at)
    values (${row?.id}, ${sealed}, ${isOn ? new Date() : null})
    on conflict (user_id) do update
      set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = 0,
        created_at = now()`;
  return new TOTP({ secret }).generate();
}

async function lockMember({ sql }: Scene, site: Scene['side']['site']): Promise<string> {
  const email = emailOf('member', site);
  const [row] = await sql`
    with locked as (
      insert into platform.lockouts (tenant_id, user_id, failures, locked_until)
      select m.tenant_id, m.user_id, 10, now() + interval '1 hour' from platform.memberships m
      where m.tenant_id = ${site.id} and m.email = ${email}
      on conflict (tenant_id, user_id)
        do update set failures = excluded.failures, locked_until = excluded.locked_until)
    select id from platform.memberships where tenant_id = ${site.id} and email = ${email}`;
  return String(row?.id);
}

async function forget({ sql }: Scene): Promise<void> {
  await sql`delete from platform.two_factors`;
  await sql`delete from platform.recovery_codes`;
}
