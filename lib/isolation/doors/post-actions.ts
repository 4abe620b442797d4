import { findResource } from '../../admin/registry';
import type { Resource } from '../../resources/resource';
import { type ActionPlan, formCall, type Scene } from './action-plan';
import { newRecord, ownOf, refreshed, relationsOf } from './record-actions';

const posts = findResource('posts') as Resource;

/** The buttons of the editor: what is saved, published, or thrown away. */
export const postActions: Record<string, ActionPlan> = {
  'app/[tenant]/admin/posts/actions.ts#savePost': {
    on: 'tenant',
    right: 'staff',
    own: async (first) => {
      const scene = await refreshed(first);
      const [record] = ownOf(scene, posts);
      const made = formCall('a new post', newRecord(scene, posts));
      if (!record) return [made];
      const fields = { _id: record.id, _version: String(record.version), title: 'Walked' };
      return [made, formCall('a post of one’s own', { ...newRecord(scene, posts), ...fields })];
    },
    foreign: async (first) => {
      const scene = await refreshed(first);
      const [theirs] = ownOf(otherSide(scene), posts);
      const [own] = ownOf(scene, posts);
      if (!theirs || !own) return [];
      const fields = newRecord(scene, posts);
      const named = { ...fields, _id: theirs.id, _version: String(theirs.version) };
      const mine = { ...fields, _id: own.id, _version: String(own.version) };
      return [
        formCall('a foreign post', named),
        formCall('a foreign post, published', { ...named, _intent: 'publish' }),
        formCall('a foreign post, taken down', { ...named, _intent: 'act:unpublish' }),
        formCall('what waits at a foreign post', { _id: theirs.id, _intent: 'discard' }),
        formCall('the other tenant’s id', { ...fields, tenantId: scene.side.foreign.id }),
        ...relationsOf(posts).flatMap(({ name, relation }) => {
          const target = relation && findResource(relation.target);
          const [row] = target ? ownOf(otherSide(scene), target) : [];
          return row ? [formCall(`own, foreign ${name}`, { ...mine, [name]: row.id })] : [];
        }),
      ];
    },
  },
};

/** The same scene as the other tenant sees it: whose records are whose is all that differs. */
function otherSide({ world, side, sql }: Scene): Scene {
  return { world, sql, side: { ...side, name: side.other, other: side.name } };
}
