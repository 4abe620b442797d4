import { type ActionPlan, formCall, type Scene } from './action-plan';

const file = 'app/[tenant]/admin/search/actions.ts';
const isOff = 'PostgreSQL searches in this run, and has no index to make or compare.';

/** A post of a tenant that its search engine will not have. */
async function refusedPost({ sql }: Scene, tenantId: string): Promise<string> {
  const [row] = await sql`
    insert into platform.search_entries (tenant_id, post_id, version, dead_at, last_error)
    select tenant_id, id, 1, now(), 'refused' from pool.posts
    where tenant_id = ${tenantId} and deleted_at is null order by id limit 1
    on conflict (tenant_id, post_id) do update set dead_at = now() returning post_id`;
  return String(row?.post_id);
}

/** What a tenant's own people do about its search index. */
export const searchActions: Record<string, ActionPlan> = {
  [`${file}#tryAgain`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall('a refused post', { id: await refusedPost(scene, scene.side.site.id) }),
    ],
    foreign: async (scene) => [
      formCall('theirs', { id: await refusedPost(scene, scene.side.foreign.id) }),
    ],
  },
  [`${file}#buildAnew`]: {
    on: 'tenant',
    right: 'staff',
    own: () => [formCall('a new index', {})],
    foreign: ({ side }) => [formCall('the other tenant’s id', { tenantId: side.foreign.id })],
    isOff,
  },
  [`${file}#compareNow`]: {
    on: 'tenant',
    right: 'staff',
    own: () => [formCall('a comparison', {})],
    foreign: ({ side }) => [formCall('the other tenant’s id', { tenantId: side.foreign.id })],
    isOff,
  },
};
