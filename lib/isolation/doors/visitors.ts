import type { DoorWorld, Side } from './door-world';

/** Somebody who has no business behind a door, and what proves them. */
export interface Visitor {
  who: string;
  /** Headers with a cookie, and with a token. */
  cookie: Record<string, string>;
  bearer: Record<string, string>;
  /** The server must not know them at all, or know them and say there is nothing. */
  is: 'nobody' | 'without rights';
}

/** Everybody who must not get behind a tenant's staff doors. */
export async function refusedVisitors(world: DoorWorld, side: Side): Promise<Visitor[]> {
  const { site, foreign } = side;
  const [own, theirs] = [world.people[side.name], world.people[side.other]];
  const held = (who: string, is: Visitor['is'], keyOf: string | null, person: typeof own.owner) =>
    visitor(world, { who, is, keyOf, person });
  return [
    { who: 'nobody', is: 'nobody', cookie: {}, bearer: {} },
    await held('the other tenant’s owner', 'nobody', foreign.id, theirs.owner),
    await held('the other owner’s session under this key', 'nobody', site.id, theirs.owner),
    await held('the own owner’s session under the other key', 'nobody', foreign.id, own.owner),
    await held('the root host’s superuser', 'nobody', null, own.root),
    await held('the root host’s session under this key', 'nobody', site.id, own.root),
    await held('a member', 'without rights', site.id, own.member),
    await held('an admin without staff rights', 'without rights', site.id, own.outsider),
    await held('the other owner, signed in here', 'without rights', site.id, own.stranger),
    await held('the superuser, signed in here', 'without rights', site.id, own.superuser),
  ];
}

/** API keys that must not get behind the doors of the API. */
export function refusedKeys({ people }: DoorWorld, { name, other }: Side): Visitor[] {
  return [
    withKey('the other tenant’s API key', 'nobody', people[other].keys.full),
    withKey('an API key without the scope', 'without rights', people[name].keys.narrow),
  ];
}

/** A key that may do everything at the tenant. Pages and actions are for people: there it is nobody. */
export function keyAsPerson({ people }: DoorWorld, { name }: Side): Visitor {
  const { bearer } = withKey('', 'nobody', people[name].keys.full);
  return { who: 'its own API key', is: 'nobody', cookie: bearer, bearer: {} };
}

/** Everybody who must not get into the console. */
export async function refusedAtRoot(world: DoorWorld, side: Side): Promise<Visitor[]> {
  const { site } = side;
  const own = world.people[side.name];
  const held = (who: string, is: Visitor['is'], keyOf: string | null, person: typeof own.owner) =>
    visitor(world, { who, is, keyOf, person });
  return [
    { who: 'nobody', is: 'nobody', cookie: {}, bearer: {} },
    await held('a tenant’s owner', 'nobody', site.id, own.owner),
    await held('a tenant’s session under the root key', 'nobody', null, own.owner),
    await held('the superuser of a tenant’s host', 'nobody', site.id, own.superuser),
    await held('the superuser’s tenant session, root key', 'nobody', null, own.superuser),
    withKey('a tenant’s API key', 'nobody', own.keys.full),
    await held('a tenant’s owner, signed in here', 'without rights', null, own.rootOwner),
  ];
}

/** A key has no cookie, and is nothing in one. */
function withKey(who: string, is: Visitor['is'], key: string): Visitor {
  return { who, is, cookie: {}, bearer: { authorization: `Bearer ${key}` } };
}

async function visitor(
  { keyring }: DoorWorld,
  {
    who,
    is,
    keyOf,
    person,
  }: Pick<Visitor, 'who' | 'is'> & {
    keyOf: string | null;
    person: DoorWorld['people']['acme']['owner'];
  },
): Promise<Visitor> {
  return {
    ...{ who, is },
    cookie: await keyring.cookie(keyOf, person.browser),
    bearer: await keyring.bearer(keyOf, person.program),
  };
}
