import { createRecord } from '../../resources/create-record';
import { findRecord } from '../../resources/find-record';
import { trashRecords } from '../../resources/trash-records';
import { type Attack, complete, exported, keep, list, living } from './engine-target';

/** The same with the own: without it, an engine that gives nothing would pass. */
export const ownUses: Record<string, Attack> = {
  list: async (target) => keep(await list(target, {}), target.own),
  // The first line names the columns.
  export: async (target) => (await exported(target)).trim().split('\n').slice(1),
  find: async ({ ctx, resource, own: [row] }) => {
    const record = await findRecord(ctx, resource, row?.id ?? '', { trash: true });
    return record ? [record.id] : [];
  },
  'bulk trash': async (target) => {
    const { ctx, resource, own } = target;
    if (resource.readOnly || !resource.has.trash) return ['not for this one'];
    const ids = [living(own)?.id ?? ''];
    return (await trashRecords(ctx, resource, { ids })).done.map(({ id }) => id);
  },
  create: async (target) => {
    const { readOnly, isUploaded } = target.resource;
    if (readOnly || isUploaded) return ['not for this one'];
    return [(await createRecord(target.ctx, target.resource, complete(target))).id];
  },
};
