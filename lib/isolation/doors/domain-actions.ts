import { type ActionPlan, formCall, type Scene } from './action-plan';

const file = 'app/[tenant]/admin/domains/actions.ts';

/** Domains of a tenant by what stands in their row; those that other walks come by are not changed. */
async function idOf({ sql }: Scene, tenantId: string, isVerified: boolean): Promise<string> {
  const [row] = await sql`
    select id from platform.domains
    where tenant_id = ${tenantId} and (verified_at is not null) = ${isVerified}
    order by is_primary, hostname like 'blog.%', hostname limit 1`;
  return String(row?.id);
}

const each = (
  name: string,
  about: string,
  isVerified: boolean,
  more: Record<string, string> = {},
): [string, ActionPlan] => [
  `${file}#${name}`,
  {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall(about, { id: await idOf(scene, scene.side.site.id, isVerified), ...more }),
    ],
    foreign: async (scene) => [
      formCall(`theirs: ${about}`, {
        id: await idOf(scene, scene.side.foreign.id, isVerified),
        ...more,
      }),
    ],
  },
];

/** The verbs of custom domains, in a tenant's admin and in the console. */
export const domainActions: Record<string, ActionPlan> = {
  [`${file}#addDomain`]: {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [
      formCall('a name of nobody', { hostname: `added-${side.site.word}.example.com` }),
    ],
    foreign: ({ side }) => [
      formCall('the other tenant’s id', {
        hostname: `grabbed-${side.site.word}.example.com`,
        tenantId: side.foreign.id,
      }),
    ],
  },
  ...Object.fromEntries([
    each('checkDomain', 'a look', false),
    each('makePrimary', 'another primary one', true),
    each('removeDomain', 'a claim taken back', false, { confirmed: '1' }),
  ]),
  'app/(platform)/admin/actions.ts#vouchForDomain': {
    on: 'root',
    right: 'staff',
    own: async ({ sql, side }) => {
      const [row] = await sql`
        insert into platform.domains (tenant_id, hostname)
        values (${side.site.id}, 'vouched-' || md5(random()::text) || '.example.com') returning id`;
      const fields = { id: side.site.id, domain: String(row?.id), confirmed: '1' };
      return [formCall('a claim', fields)];
    },
    // One tenant's domain under another's id, and a name that somebody else has: in vain.
    foreign: async (scene) => {
      const { site, foreign } = scene.side;
      const domain = await idOf(scene, foreign.id, false);
      return [formCall('crossed ids', { id: site.id, domain, confirmed: '1' })];
    },
  },
};
