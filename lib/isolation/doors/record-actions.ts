import { randomBytes } from 'node:crypto';
import { adminResources } from '../../admin/registry';
import type { Field, Resource } from '../../resources/resource';
import { type ActionCall, type ActionPlan, formCall, readCall, type Scene } from './action-plan';
import type { Fields } from './call-action';
import { readRecords, tellingRecords, type WalkRecord } from './read-records';
import { verbCalls } from './verb-calls';

const writable = adminResources.filter(({ readOnly }) => !readOnly);
const readable = adminResources.filter(({ readOnly }) => readOnly);

/** Actions of every list, form and history of the admin, for every resource that is declared. */
export const recordActions: Record<string, ActionPlan> = {
  'app/[tenant]/admin/actions.ts#actOnList': {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      ...writable.flatMap((resource) => {
        const [record] = ownOf(scene, resource);
        return record ? actsOn(resource, record.id, 'own') : [];
      }),
      ...(await verbCalls(scene, 'site')),
    ],
    foreign: async (scene) => [
      ...(await verbCalls(scene, 'foreign')),
      ...writable.flatMap((resource) => {
        const [record] = theirsOf(scene, resource);
        return record ? actsOn(resource, record.id, 'foreign') : [];
      }),
      ...writable.flatMap((resource) => allThatNames(scene, resource)),
      ...readable.flatMap((resource) => {
        const [record] = ownOf(scene, resource);
        return record ? actsOn(resource, record.id, 'read-only') : [];
      }),
    ],
  },
  'app/[tenant]/admin/actions.ts#saveRecord': {
    on: 'tenant',
    right: 'staff',
    own: async (first) => {
      const scene = await refreshed(first);
      return writable.flatMap((resource) => {
        const [record] = ownOf(scene, resource);
        const made = resource.isUploaded
          ? []
          : [formCall(`a new ${resource.singular}`, newRecord(scene, resource))];
        if (!record) return made;
        const update = { ...known(resource, record), ...titled(resource) };
        return [...made, formCall(`a change of a ${resource.singular}`, update)];
      });
    },
    foreign: async (first) => {
      const scene = await refreshed(first);
      const grab = { role: 'owner', isSuperuser: 'on', label: 'changed' };
      return [
        ...writable.flatMap((resource) => foreignSaves(scene, resource)),
        ...readable.flatMap((resource) => {
          const [record] = ownOf(scene, resource);
          const fields = record && { ...known(resource, record), ...grab };
          return fields ? [formCall(`own ${resource.name}`, fields)] : [];
        }),
      ];
    },
  },
  'app/[tenant]/admin/actions.ts#restoreRecord': {
    on: 'tenant',
    right: 'staff',
    own: (scene) => restores(scene, ownOf),
    foreign: (scene) => restores(scene, theirsOf),
  },
  'app/[tenant]/admin/actions.ts#searchRelated': {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => pickers(await refreshed(scene), ownOf),
    foreign: async (scene) => pickers(await refreshed(scene), theirsOf),
  },
};

export function ownOf({ world, side }: Scene, { name }: Resource): WalkRecord[] {
  const { records } = world;
  return tellingRecords(records[side.name][name], records[side.other][name]);
}

function theirsOf({ world, side }: Scene, { name }: Resource): WalkRecord[] {
  const { records } = world;
  return tellingRecords(records[side.other][name], records[side.name][name]);
}

/** Into the trash and out of it, and every verb: each time something changes. */
function actsOn(resource: Resource, id: string, whose: string): ActionCall[] {
  const verbs = whose === 'read-only' ? [] : Object.keys(resource.actions);
  // Verbs twice: one of them is in order whatever the record is.
  const trash = resource.has.trash || whose !== 'own' ? ['trash', 'restore'] : [];
  const acts = [...trash, ...verbs, ...verbs, ...(whose === 'own' ? [] : ['delete'])];
  return acts.map((act) =>
    formCall(`${act} a ${resource.singular}`, {
      ...{ _resource: resource.name, rowAct: `${act}:${id}`, confirmed: '1' },
    }),
  );
}

/** Everything that a list shows which is filtered by a foreign id: that is nothing. */
function allThatNames(scene: Scene, resource: Resource): ActionCall[] {
  return relationsOf(resource).flatMap(({ name, relation }) => {
    const [row] = relation ? theirsOf(scene, targetOf(relation.target)) : [];
    if (!row || !resource.filters.includes(name)) return [];
    const fields = { _resource: resource.name, act: 'trash', all: '1', confirmed: '1' };
    return [formCall(`all of a foreign ${name}`, { ...fields, _query: `${name}=${row.id}` })];
  });
}

function foreignSaves(scene: Scene, resource: Resource): ActionCall[] {
  const [theirs] = theirsOf(scene, resource);
  const [own] = ownOf(scene, resource);
  if (!theirs || !own) return [];
  const { foreign } = scene.side;
  const calls = [
    formCall('a foreign id', { ...known(resource, theirs), ...titled(resource) }),
    formCall('the other tenant’s id', { ...newRecord(scene, resource), tenantId: foreign.id }),
  ];
  for (const { name, relation } of relationsOf(resource)) {
    const [row] = relation ? theirsOf(scene, targetOf(relation.target)) : [];
    if (!row) continue;
    const named = { [name]: row.id };
    calls.push(formCall(`new, foreign ${name}`, { ...newRecord(scene, resource), ...named }));
    calls.push(formCall(`own, foreign ${name}`, { ...known(resource, own), ...named }));
  }
  return calls;
}

/** The form of a record that is there, with the version that it has: a stale one is refused anyway. */
function known({ name, has }: Resource, { id, version }: WalkRecord): Fields {
  return { _resource: name, _id: id, ...(has.version && { _version: String(version) }) };
}

/** The records as they are now: other actions have changed them. */
export async function refreshed({ world, side, sql }: Scene): Promise<Scene> {
  const records = {
    ...world.records,
    acme: await readRecords(sql, adminResources, world.sites.acme.id),
    globex: await readRecords(sql, adminResources, world.sites.globex.id),
  };
  return { world: { ...world, records }, side, sql };
}

function titled({ title, form }: Resource): Fields {
  const walked = `Walked ${randomBytes(4).toString('hex')}`;
  // The name of a file stays as it came.
  const field = form.includes(title) ? title : form.includes('alt') ? 'alt' : null;
  return field ? { [field]: walked } : {};
}

/** What a new record cannot do without; related rows are the tenant's own. */
export function newRecord(scene: Scene, resource: Resource): Fields {
  const fields: Fields = { _resource: resource.name, ...titled(resource) };
  for (const name of resource.form) {
    const field = resource.fields[name] as Field;
    if (!field.required || name in fields || field.from) continue;
    const [row] = field.relation ? ownOf(scene, targetOf(field.relation.target)) : [];
    fields[name] = row?.id ?? field.choices[0]?.value ?? (field.kind === 'number' ? '1' : 'walked');
  }
  return fields;
}

async function restores(scene: Scene, of: typeof ownOf): Promise<ActionCall[]> {
  const calls: ActionCall[] = [];
  for (const resource of writable.filter(({ has }) => has.version)) {
    const ids = of(scene, resource).map(({ id }) => id);
    const [row] = await scene.sql`
      select record_id::text as id, version from pool.revisions
      where resource = ${resource.name} and record_id::text = any (${ids})
      order by record_id, version limit 1`;
    if (!row) continue;
    const fields = { _resource: resource.name, _id: row.id, version: String(row.version) };
    calls.push(formCall(`a version of a ${resource.singular}`, fields));
  }
  return calls;
}

/** What pickers offer for the name of a related row. */
function pickers(scene: Scene, of: typeof ownOf): ActionCall[] {
  return writable.flatMap((resource) =>
    relationsOf(resource).flatMap(({ name, relation }) => {
      const [row] = relation ? of(scene, targetOf(relation.target)) : [];
      if (!row) return [];
      const value = { resource: resource.name, field: name, text: row.label };
      return [readCall(`${name} of ${resource.name}`, value, row.id)];
    }),
  );
}

export function relationsOf({ form, fields }: Resource): Field[] {
  return form.map((name) => fields[name] as Field).filter(({ relation }) => relation !== null);
}

function targetOf(name: string): Resource {
  return (adminResources.find((one) => one.name === name) ?? { name }) as Resource;
}
