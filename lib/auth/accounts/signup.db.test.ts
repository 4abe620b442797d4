import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { foundTenant } from '../../tenancy/provisioning/found-tenant';
import { provisionSteps } from '../../tenancy/provisioning/provision-steps';
import { type AccountTrial, accountTrial } from '../../testing/account-trial';
import { findViewer } from '../check-session';
import { openLink } from '../links/open-link';
import { verifyCredentials } from '../verify-credentials';
import { askSignup } from './ask-signup';
import { foundOwnSite, foundSiteByLink } from './found-site';

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await trial.mails();
});

const password = 'correct horse battery';
const place = { address: '192.0.2.10', requestId: 'request-2' };
const account = (email: string) => ({ name: 'Mira', email, password });
const ask = (slug: string, email: string) =>
  askSignup({ slug, name: `The ${slug}` }, account(email), place.address);
const found = async (token: string, slug: string, given = password) =>
  foundSiteByLink(
    await openLink(token, ['signup'], null),
    { slug, name: `The ${slug}`, password: given },
    place,
  );
const tenantOf = async (slug: string) => {
  const [row] = await trial.owner`
    select t.id, t.name, u.email as owner, m.role, m.is_superuser from platform.tenants t
    join platform.users u on u.id = t.owner_id
    join platform.memberships m on m.tenant_id = t.id and m.user_id = u.id where t.slug = ${slug}`;
  return row;
};

test('nothing is made before the link is used; then the whole site is there', async () => {
  await ask('bakery', 'mira@example.com');
  const token = await trial.token();
  expect(await tenantOf('bakery')).toBeUndefined();
  await expect(found(token, 'bakery', 'not the password')).rejects.toMatchObject({
    fields: { password: expect.anything() },
  });
  const made = await found(token, 'bakery');
  expect(made.tenant.homeUrl).toBe('http://bakery.localhost:3000');
  const row = await tenantOf('bakery');
  expect(row).toMatchObject({
    ...{ name: 'The bakery', owner: 'mira@example.com', role: 'owner', is_superuser: true },
  });
  expect(
    await verifyCredentials('mira@example.com', password, { realm: null, address: 'a' }),
  ).toBeTruthy();
  const events = await trial.owner`
    select type from platform.events where actor_name = 'Mira' order by id`;
  expect(events.map(({ type }) => type)).toEqual([
    ...['user.created', 'tenant.created', 'tenant.migrated', 'member.added'],
  ]);
  const [author] = await trial.owner`select name from authors where tenant_id = ${row?.id}`;
  expect(author?.name).toBe('Mira');
  const [mail] = await trial.mails();
  expect(mail?.subject).toBe('The bakery is ready');
  await expect(found(token, 'bakery-2')).rejects.toThrow('used already');
});

test('taken, kept and impossible addresses are refused by name; the link stays good', async () => {
  await expect(ask('acme', 'x@example.com')).rejects.toMatchObject({
    fields: { slug: ['Another site has this address. Choose another one.'] },
  });
  for (const slug of ['admin', 'signup', 'mailbox', 'www', 'Ä b', '-x', 'xn--ab', '']) {
    await expect(ask(slug, 'x@example.com')).rejects.toMatchObject({
      fields: { slug: [expect.any(String)] },
    });
  }
  await ask('florist', 'flora@example.com');
  const token = await trial.token();
  const viewer = await ownerSession('quicker@example.com');
  await foundOwnSite(viewer, { slug: 'florist', name: 'Quicker' }, place);
  await expect(found(token, 'florist')).rejects.toMatchObject({
    fields: { slug: expect.anything() },
  });
  expect((await found(token, 'florist-2')).tenant.slug).toBe('florist-2');
});

test('two who ask for one address at once: one gets it, the other keeps the link', async () => {
  await ask('cinema', 'one@example.com');
  const first = await trial.token();
  await ask('cinema', 'two@example.com');
  const second = await trial.token();
  const came = await Promise.allSettled([found(first, 'cinema'), found(second, 'cinema')]);
  expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = came[0]?.status === 'rejected' ? first : second;
  expect((await found(lost, 'cinema-2')).tenant.slug).toBe('cinema-2');
});

test('a known address keeps its password, and its owner the site', async () => {
  await trial.addPerson('known@example.com', 'the known password');
  await ask('library', 'known@example.com');
  const token = await trial.token();
  await found(token, 'library', '');
  expect((await tenantOf('library'))?.owner).toBe('known@example.com');
  const realm = { realm: null, address: 'a' };
  await expect(verifyCredentials('known@example.com', password, realm)).rejects.toThrow();
  expect(await verifyCredentials('known@example.com', 'the known password', realm)).toBeTruthy();
});

test('who is signed in makes a site at once, five in a day', async () => {
  const viewer = await ownerSession('keen@example.com');
  for (const n of [1, 2, 3, 4, 5]) {
    await foundOwnSite(viewer, { slug: `keen-${n}`, name: 'Keen' }, place);
  }
  const sixth = foundOwnSite(viewer, { slug: 'keen-6', name: 'Keen' }, place);
  await expect(sixth).rejects.toMatchObject({ code: 'too_many' });
});

test('no other session and no other link makes one, whoever is named', async () => {
  const { userId } = await ownerSession('plain@example.com');
  const atTenant = await trial.openSession(userId, trial.acme.id);
  const ended = await trial.openSession(userId, null);
  await trial.owner`update platform.sessions set revoked_at = now() where id = ${ended}`;
  await trial.owner`
    insert into platform.one_time_links (purpose, email, expires_at)
    values ('reset', 'plain@example.com', now() + interval '1 hour')`;
  const [link] = await trial.owner`
    select id from platform.one_time_links where email = 'plain@example.com'`;
  const founders = [
    ...[atTenant, ended, crypto.randomUUID()].map((sessionId) => ({ sessionId })),
    ...[link?.id, crypto.randomUUID()].map((linkId) => ({ linkId })),
  ];
  for (const founder of founders) {
    const made = foundTenant({ slug: 'stolen', name: 'Stolen' }, founder, { requestId: 'r' });
    await expect(made).rejects.toThrow('does not work');
  }
  expect(await tenantOf('stolen')).toBeUndefined();
});

test('what fails half way leaves nothing, and the link as it was', async () => {
  await ask('half', 'half@example.com');
  const token = await trial.token();
  const link = await openLink(token, ['signup'], null);
  const steps = [
    ...provisionSteps,
    { name: 'late', run: () => Promise.reject(new Error('the last step fails')) },
  ];
  const made = foundTenant(
    { slug: 'half', name: 'Half' },
    { linkId: link.id },
    { requestId: 'r', steps },
  );
  await expect(made).rejects.toThrow('the last step fails');
  expect(await tenantOf('half')).toBeUndefined();
  const people = await trial.owner`select id from platform.users where email = 'half@example.com'`;
  expect([...people]).toEqual([]);
  expect((await found(token, 'half')).owner.isNew).toBe(true);
});

async function ownerSession(email: string) {
  const id = await trial.addPerson(email, password);
  const viewer = await findViewer(await trial.openSession(id, null), null);
  if (!viewer) throw new Error('no session');
  return viewer;
}
