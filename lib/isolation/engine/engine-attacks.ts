import { countDependants } from '../../resources/count-dependants';
import { createRecord } from '../../resources/create-record';
import { deleteForever } from '../../resources/delete-forever';
import { findRecord } from '../../resources/find-record';
import { listChoices } from '../../resources/list-choices';
import { recordHistory } from '../../resources/record-history';
import { restoreRecords } from '../../resources/restore-records';
import { restoreVersion } from '../../resources/restore-version';
import { runAction } from '../../resources/run-action';
import { trashRecords } from '../../resources/trash-records';
import { updateRecord } from '../../resources/update-record';
import {
  type Attack,
  complete,
  type EngineTarget,
  exported,
  keep,
  list,
  living,
  only,
  relations,
  titled,
} from './engine-target';

/** Every way of the engine to reach records, with ids of the other tenant. */
export const foreignAttacks: Record<string, Attack> = {
  list: async (target) => keep(await list(target, {}), target.theirs),
  trash: async (target) => keep(await list(target, { trash: '1' }), target.theirs),
  export: async (target) => {
    const text = await exported(target);
    const labels = only(target.theirs, target.own).map(({ label }) => label);
    return labels.filter((label) => text.includes(label));
  },
  find: async ({ ctx, resource, theirs }) => {
    const found = theirs
      .slice(0, 3)
      .map(({ id }) => findRecord(ctx, resource, id, { trash: true }));
    return (await Promise.all(found)).flatMap((record) => (record ? [record.label] : []));
  },
  history: async ({ ctx, resource, theirs: [row] }) => {
    const { versions } = await recordHistory(ctx, resource, row?.id ?? '');
    return versions.map(({ version }) => `version ${version}`);
  },
  choices: async (target) => {
    const { ctx, resource, theirRecords } = target;
    const offered = relations(resource).map(async ({ name, relation }) => {
      const rows = theirRecords[relation?.target ?? ''] ?? [];
      const chosen = rows.slice(0, 3).map(({ id }) => id);
      const choices = await listChoices(ctx, resource, name, { chosen });
      return keep(
        choices.map(({ id }) => id),
        rows,
      );
    });
    return (await Promise.all(offered)).flat();
  },
  filter: async (target) => {
    const { resource, theirRecords } = target;
    const filters = relations(resource).filter(({ name }) => resource.filters.includes(name));
    const found = filters.map(({ name, relation }) => {
      const [row] = theirRecords[relation?.target ?? ''] ?? [];
      return row ? list(target, { [name]: row.id }) : [];
    });
    return (await Promise.all(found)).flat();
  },
  dependants: async ({ ctx, resource, theirs }) => {
    const ids = theirs.slice(0, 5).map(({ id }) => id);
    const counted = await countDependants(ctx, resource, ids);
    return counted.filter(({ count }) => count > 0).map(({ label, count }) => `${count} ${label}`);
  },
  'bulk trash': (target) => bulk(target, trashRecords),
  'bulk restore': (target) => bulk(target, restoreRecords),
  'bulk delete': (target) => bulk(target, deleteForever),
  'bulk verbs': async (target) => {
    const verbs = Object.keys(target.resource.actions);
    const runs = verbs.map((verb) =>
      bulk(target, (ctx, resource, selection) => runAction(ctx, resource, verb, selection)),
    );
    return (await Promise.all(runs)).flat();
  },
  update: async ({ ctx, resource, theirs: [row] }) => [
    (await updateRecord(ctx, resource, row?.id ?? '', null, titled(resource))).id,
  ],
  'restore a version': async ({ ctx, resource, theirs: [row] }) => [
    (await restoreVersion(ctx, resource, row?.id ?? '', 1, null)).id,
  ],
  'create, related': (target) =>
    perRelation(target, async (values) => {
      const { ctx, resource } = target;
      return createRecord(ctx, resource, { ...complete(target), ...values });
    }),
  'update, related': (target) =>
    perRelation(target, async (values) => {
      const { ctx, resource, own } = target;
      return updateRecord(ctx, resource, living(own)?.id ?? '', null, values);
    }),
};

async function bulk({ ctx, resource, theirs }: EngineTarget, run: typeof trashRecords) {
  const ids = theirs.map(({ id }) => id);
  return (await run(ctx, resource, { ids })).done.map(({ label }) => label);
}

async function perRelation(
  { resource, theirRecords }: EngineTarget,
  save: (values: Record<string, unknown>) => Promise<{ id: string }>,
): Promise<string[]> {
  const named = relations(resource).filter(({ name }) => resource.form.includes(name));
  const saved: string[] = [];
  for (const { name, kind, relation } of named) {
    const [row] = theirRecords[relation?.target ?? ''] ?? [];
    if (!row) continue;
    const values = { [name]: kind === 'relations' ? [row.id] : row.id };
    await save(values).then(
      () => saved.push(`${name} of the other tenant`),
      () => {},
    );
  }
  return saved;
}
