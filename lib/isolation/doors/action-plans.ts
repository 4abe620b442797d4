import { tenantSettingsSchema } from '../../tenancy/tenant-settings';
import { emailOf, walkPassword } from '../world/add-people';
import { accountActions } from './account-actions';
import { type ActionCall, type ActionPlan, formCall, readCall, type Scene } from './action-plan';
import { contentActions } from './content-actions';
import { domainActions } from './domain-actions';
import { identityActions } from './identity-actions';
import { inboxActions } from './inbox-actions';
import { invitationActions } from './invitation-actions';
import { jobCalls } from './job-calls';
import { keyActions } from './key-actions';
import { lifeActions } from './life-actions';
import { limitActions } from './limit-actions';
import { memberActions } from './member-actions';
import { openSession } from './open-people';
import { addGroup, publicGroupActions } from './public-group-actions';
import { tellingRecords } from './read-records';
import { recordActions, refreshed } from './record-actions';
import { relatedActions } from './related-actions';
import { removalActions } from './removal-actions';
import { supportActions } from './support-actions';
import { ticketActions } from './ticket-actions';
import { twoFactorActions } from './two-factor-actions';

const signIn = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'public',
  own: ({ side }) => [
    formCall('a password', { email: emailOf('owner', side.site), password: walkPassword }),
  ],
});

const signOut = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'public',
  own: () => [formCall('signing out', {})],
});

const endSessions = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'account',
  own: async (scene) => [
    formCall('one of their own', { session: await oneMore(scene, on === 'root', 'own') }),
  ],
  foreign: async (scene) => [
    formCall('somebody else’s', { session: await oneMore(scene, on === 'root', 'foreign') }),
  ],
});

/** Another session of whoever asks, or one of the other tenant's owner. */
async function oneMore({ sql, side }: Scene, isRoot: boolean, whose: 'own' | 'foreign') {
  const { site, foreign } = side;
  const own = isRoot ? 'root@example.com' : emailOf('editor', site);
  const email = whose === 'own' ? own : emailOf('owner', foreign);
  const realm = isRoot ? null : whose === 'own' ? site.id : foreign.id;
  const { sessionId } = await openSession(sql, { email, realm, kind: 'browser' });
  return sessionId;
}

const { theme } = tenantSettingsSchema.parse({});
const settings = (name: string, color: string) => ({
  ...{ name, description: 'Walked', brandColor: color, theme, locale: 'en-GB' },
  ...{ timeZone: 'UTC', 'features.feed': 'on', 'features.topics': 'on' },
  ...{ registration: 'open', font: 'serif', comments: 'held' },
});

/**
 * The actions of the build, by file and export. One that is built and not here fails, and so does
 * one that is here and not built.
 */
export const actionPlans: Record<string, ActionPlan> = {
  ...recordActions,
  ...inboxActions,
  ...relatedActions,
  ...domainActions,
  ...memberActions,
  ...keyActions,
  ...invitationActions,
  ...supportActions,
  ...contentActions,
  'app/[tenant]/admin/actions.ts#previewMarkdown': {
    on: 'tenant',
    right: 'staff',
    own: () => [readCall('a text', 'some *walked* text', 'walked')],
  },
  'app/[tenant]/admin/actions.ts#searchPalette': {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => {
      // What it is called by now: other actions have renamed some.
      const { world, side } = await refreshed(scene);
      const [tag] = tellingRecords(world.records[side.name].tags, world.records[side.other].tags);
      return [readCall('its own tag', tag?.label ?? '', tag?.label)];
    },
    foreign: ({ side }) => [readCall('the other’s word', side.foreign.word)],
  },
  'app/[tenant]/admin/settings/actions.ts#saveSettings': {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall('a new colour', {
        ...settings(scene.side.site.name, '#123456'),
        _seenAt: await seenAt(scene, scene.side.site.id),
      }),
    ],
    foreign: async (scene) => [
      formCall('the other tenant’s id', {
        ...settings(scene.side.site.name, '#654321'),
        ...{ tenantId: scene.side.foreign.id, id: scene.side.foreign.id },
        _seenAt: await seenAt(scene, scene.side.foreign.id),
      }),
    ],
  },
  'app/[tenant]/admin/settings/actions.ts#sampleAccent': {
    on: 'tenant',
    right: 'staff',
    own: () => [readCall('a colour', '#123456', '#')],
  },
  'app/[tenant]/login/actions.ts#signIn': signIn('tenant'),
  'app/[tenant]/logout/actions.ts#signOut': signOut('tenant'),
  'app/[tenant]/(site)/account/actions.ts#endSessions': endSessions('tenant'),
  'app/(platform)/login/actions.ts#signIn': signIn('root'),
  'app/(platform)/logout/actions.ts#signOut': signOut('root'),
  'app/(platform)/account/actions.ts#endSessions': endSessions('root'),
  'app/(platform)/admin/actions.ts#createTenant': {
    on: 'root',
    right: 'staff',
    own: ({ side }) => [
      formCall('a tenant', {
        ...{ slug: `walked-${side.site.word}`, name: 'Walked', ownerEmail: 'new@walked.test' },
        ...{ ownerName: '', ownerPassword: '', domain: '' },
      }),
    ],
  },
  'app/(platform)/admin/actions.ts#actOnList': {
    on: 'root',
    right: 'staff',
    own: async (scene) => {
      const { quiet } = scene.world.sites;
      const cleo = await personId(scene, 'cleo@example.com');
      return [
        listCall('tenants', 'suspend', quiet.id),
        listCall('tenants', 'activate', quiet.id),
        listCall('users', 'deactivate', cleo),
        listCall('users', 'reactivate', cleo),
        ...(await jobCalls(scene, 'site')),
        listCall('public-groups', 'delete', await addGroup(scene)),
      ];
    },
    // What these lists cannot do, and oneself: even superusers ask for it in vain.
    foreign: async (scene) => [
      listCall('users', 'deactivate', await personId(scene, 'root@example.com')),
      ...Object.entries(scene.world.records.platform).flatMap(([name, [record]]) =>
        ['trash', 'restore', ...(name === 'public-groups' ? [] : ['delete'])].map((act) =>
          listCall(name, act, record?.id),
        ),
      ),
    ],
  },
  ...identityActions,
  ...accountActions,
  ...twoFactorActions,
  ...ticketActions,
  ...lifeActions,
  ...limitActions,
  ...publicGroupActions,
  'app/(platform)/admin/actions.ts#verifyAuditLog': {
    on: 'root',
    right: 'staff',
    own: ({ side }) => [
      { ...formCall('a log', { tenant: side.site.id }), isRead: true, shows: '"fault":' },
    ],
  },
  'app/(platform)/admin/actions.ts#searchConsole': {
    on: 'root',
    right: 'staff',
    own: ({ side }) => [readCall('a tenant', side.site.slug, side.site.id)],
  },
  // Last: it ends whoever walks.
  ...removalActions,
};

function listCall(name: string, act: string, id = ''): ActionCall {
  return formCall(`${act} of ${name}`, { _resource: name, rowAct: `${act}:${id}`, confirmed: '1' });
}

async function personId({ sql }: Scene, email: string): Promise<string> {
  const [row] = await sql`select id from platform.users where email = ${email}`;
  return String(row?.id);
}

async function seenAt({ sql }: Scene, id: string): Promise<string> {
  const [row] = await sql`
    select to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from platform.tenants where id = ${id}`;
  return String(row?.at);
}
