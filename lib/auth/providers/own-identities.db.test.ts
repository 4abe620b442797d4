import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type IdentityWorld, openIdentityWorld } from '../../testing/identity-world';
import { connectIdentity } from './connect-identity';
import { disconnectIdentity } from './disconnect-identity';
import { listOwnIdentities } from './own-identities';

let world: IdentityWorld;
beforeAll(async () => {
  world = await openIdentityWorld();
});
afterAll(() => world.close());
afterEach(() => world.clear());

describe('connecting and disconnecting', () => {
  const one = { key: 'google', subject: 'g-1', email: 'ada@gmail.com' };
  const ownIds = async (sid: string) =>
    (await listOwnIdentities(sid, world.client)).map(({ id }) => id);

  test('is the person’s whose session asks, and told', async () => {
    const sid = await world.session(await world.person());
    expect(await connectIdentity(sid, one, 'r')).toBe('connected');
    expect(await connectIdentity(sid, one, 'r')).toBe('same');
    const [found] = await listOwnIdentities(sid);
    expect(found).toMatchObject({ provider: 'google', email: 'ada@gmail.com', isOnlyWay: false });
    await disconnectIdentity(sid, found?.id ?? '', 'r');
    expect(await ownIds(sid)).toEqual([]);
    const types = (await world.told())
      .map(({ type }) => type)
      .filter((type) => /^identity/.test(type));
    expect(types).toEqual(['identity.connected', 'identity.disconnected']);
  });

  test('somebody else’s is taken, neither listed nor taken away', async () => {
    const ada = await world.session(await world.person());
    const bob = await world.session(await world.person({}, 'bob@people.example'));
    await connectIdentity(ada, one, 'r');
    expect(await connectIdentity(bob, one, 'r')).toBe('taken');
    expect(await ownIds(bob)).toEqual([]);
    const [id = ''] = await ownIds(ada);
    await expect(disconnectIdentity(bob, id, 'r')).rejects.toMatchObject({ code: 'not_found' });
    expect(await ownIds(ada)).toEqual([id]);
  });

  test('is nothing for a session of a tenant, an ended one, or none', async () => {
    const userId = await world.person();
    const atTenant = await world.session(userId, world.acme.id);
    const ended = await world.session(userId);
    await world.owner`update platform.sessions set revoked_at = now() where id = ${ended}`;
    for (const sid of [atTenant, ended, '00000000-0000-4000-8000-000000000000']) {
      expect(await connectIdentity(sid, one, 'r')).toBe('ended');
      expect(await ownIds(sid)).toEqual([]);
    }
  });

  test('the only way in stays, of two that go at the same moment as well', async () => {
    const sid = await world.session(await world.person({ password: null }));
    await connectIdentity(sid, { ...one, subject: 'g-0' }, 'r');
    const [first] = await listOwnIdentities(sid);
    expect(first?.isOnlyWay).toBe(true);
    await expect(disconnectIdentity(sid, first?.id ?? '', 'r')).rejects.toMatchObject({
      code: 'conflict',
    });
    await connectIdentity(sid, one, 'r');
    const ids = await ownIds(sid);
    expect(ids).toHaveLength(2);
    const gone = await Promise.allSettled(ids.map((id) => disconnectIdentity(sid, id, 'r')));
    expect(gone.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await ownIds(sid)).toHaveLength(1);
  });
});
