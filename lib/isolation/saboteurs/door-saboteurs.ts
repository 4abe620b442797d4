import { walkChannels } from '../channels/channel-walk';
import { walkDoorActions } from '../doors/action-walk';
import { walkApi } from '../doors/api-walk';
import type { DoorWorld } from '../doors/door-world';
import type { Keyring } from '../doors/keyring';
import { walkPages } from '../doors/page-walk';
import { walkEngine } from '../engine/engine-walk';
import type { WalkReport } from '../recorder';
import type { Ask } from '../routes/ask';
import type { Saboteur } from './saboteur';

const saving = 'app/[tenant]/admin/actions.ts#saveRecord';
const onePage = (world: DoorWorld) => walkPages(world, ({ path }) => path === '/admin/posts');
const oneAction = (world: DoorWorld) => walkDoorActions(world, (name) => name === saving);
const oneOperation = (world: DoorWorld) => walkApi(world, (id) => id === 'listMembers');

/** Takes a check out of the built code, in a server that only the saboteurs have. */
function weakened(
  did: string,
  { check, tells }: { check: string; tells: RegExp },
  run: (world: DoorWorld) => Promise<WalkReport>,
  walk: string,
): Saboteur {
  return { did, walk, tells, run: ({ weak }) => weak.without(check, () => run(weak.doors)) };
}

/** The keys as a server makes them that derives one for all tenants, from the root host's name. */
function oneKey(keyring: Keyring): Keyring {
  return {
    ...keyring,
    cookie: (_realm, held) => keyring.cookie(null, held),
    bearer: (_realm, held) => keyring.bearer(null, held),
    link: keyring.link,
  };
}

/** Takes a condition out of what the database says of a session. */
function sessionSaboteur(did: string, tells: RegExp, condition: string): Saboteur {
  const change = { name: 'platform.check_session', from: condition, to: 'true' };
  return {
    did,
    walk: 'doors/pages',
    tells,
    run: ({ weak }) => weak.withFunction(change, () => onePage(weak.doors)),
  };
}

const ownMember = 'm.tenant_id = s.tenant_id';
const ownTenant = 's.tenant_id IS NOT DISTINCT FROM p_tenant';

/** An operation that the document tells of and the code does not declare. */
function withOperation(ask: Ask): Ask {
  return async (question) => {
    const answer = await ask(question);
    if (question.path !== '/api/openapi.json') return answer;
    const document = JSON.parse(answer.body);
    document.paths['/reports'] = { get: { operationId: 'listReports', responses: {} } };
    return { ...answer, body: JSON.stringify(document) };
  };
}

/** Door permission removed: what is taken from doors, sessions, the API and the engine. */
export const doorSaboteurs: Saboteur[] = [
  weakened(
    'permission never asked for',
    { check: 'permission', tells: /\/admin\/posts on \S+ for a member answered 200/ },
    onePage,
    'doors/pages',
  ),
  weakened(
    'actions without permission',
    { check: 'permission', tells: /refused \(.*\) on \w+ changed/ },
    oneAction,
    'doors/actions',
  ),
  weakened(
    'origin never asked for',
    { check: 'origin', tells: /from another site \(.*\) on \w+ changed/ },
    oneAction,
    'doors/actions',
  ),
  weakened(
    'actions that take the tenant from elsewhere',
    { check: 'tenant', tells: /on acme changed .* of globex/ },
    oneAction,
    'doors/actions',
  ),
  weakened(
    // Either of the two holds alone.
    'API and engine without rights',
    { check: 'right', tells: /a member, by token on \S+: answered 200/ },
    oneOperation,
    'doors/api',
  ),
  weakened(
    'rooms of any tenant',
    { check: 'channel', tells: /its own staff at \w+ may hear presence-org-/ },
    walkChannels,
    'realtime/channels',
  ),
  {
    // The session's row still says whose it is: a cookie of the right row is what tells.
    did: 'one session key for all tenants',
    walk: 'doors/pages',
    tells: /for the own owner’s session under the other key answered 200/,
    run: ({ weak }) =>
      weak.without('realm', () => onePage({ ...weak.doors, keyring: oneKey(weak.doors.keyring) })),
  },
  sessionSaboteur(
    'session good for every tenant',
    /for the other owner’s session under this key answered 200/,
    ownTenant,
  ),
  sessionSaboteur(
    'membership of another tenant',
    /for the other owner, signed in here answered 200/,
    ownMember,
  ),
  {
    // Neither alone lets it through: without the filter row security hides the row, and without
    // that the composite key refuses it.
    did: 'engine without filter, row security and composite keys',
    walk: 'engine/neither',
    tells: /posts: create, related with ids of globex: gives authorId of the other tenant/,
    async run({ tenants, copyDatabase }) {
      const database = await copyDatabase('sabotage_engine');
      return walkEngine({ database, tenants, standing: 'neither' });
    },
  },
  {
    did: 'page behind sign-in nobody covers',
    walk: 'doors/pages',
    tells: /reports\/\[year\]: is not covered/,
    run: ({ weak: { doors }, build }) => {
      const path = '/[tenant]/admin/reports/[year]';
      return walkPages({ ...doors, build: { ...build, routes: [{ path, kind: 'page' }] } });
    },
  },
  {
    did: 'action without a plan',
    walk: 'doors/actions',
    tells: /publishAll: is not covered/,
    run: ({ weak: { doors }, build }) => {
      const name = 'app/[tenant]/admin/actions.ts#publishAll';
      const actions = [{ id: '40ab', name }];
      return walkDoorActions({ ...doors, build: { ...build, actions } }, (one) => one === name);
    },
  },
  {
    did: 'operation nobody declares',
    walk: 'doors/api',
    tells: /listReports: is not covered/,
    run: ({ weak: { doors } }) =>
      walkApi({ ...doors, ask: withOperation(doors.ask) }, (id) => id === 'listReports'),
  },
];
