import { adminResources } from '../../admin/registry';
import { relatedResource } from '../../admin/related-resource';
import type { Field, Resource } from '../../resources/resource';
import { type ActionCall, type ActionPlan, formCall, readCall, type Scene } from './action-plan';
import { newRecord, ownOf, refreshed, relationsOf } from './record-actions';

/** A relation field, the resource whose form it stands in, and the one that it names. */
interface Picker {
  from: Resource;
  field: Field;
  target: Resource;
}

const pickers: Picker[] = adminResources
  .filter(({ readOnly }) => !readOnly)
  .flatMap((from) =>
    relationsOf(from).flatMap((field) => {
      const target = field.relation && relatedResource(field.relation);
      const isMade = target && !target.readOnly && !target.isUploaded;
      return isMade ? [{ from, field, target }] : [];
    }),
  );

/** What makes a record from the picker of another one, for every relation that is declared. */
export const relatedActions: Record<string, ActionPlan> = {
  'app/[tenant]/admin/actions.ts#relatedForm': {
    on: 'tenant',
    right: 'staff',
    own: () =>
      pickers.map(({ from, field, target }) =>
        readCall(
          `the form behind ${field.name} of ${from.name}`,
          { resource: from.name, field: field.name },
          `"resource":"${target.name}"`,
        ),
      ),
  },
  'app/[tenant]/admin/actions.ts#createRelated': {
    on: 'tenant',
    right: 'staff',
    own: async (first) => {
      const scene = await refreshed(first);
      return pickers.map((picker) => made(scene, picker));
    },
    foreign: async (first) => {
      const scene = await refreshed(first);
      return pickers.flatMap((picker) => foreignCalls(scene, picker));
    },
  },
};

function made(scene: Scene, { from, field, target }: Picker): ActionCall {
  return formCall(`a new ${target.singular} for ${from.name}`, {
    ...newRecord(scene, target),
    ...{ _resource: from.name, _field: field.name },
  });
}

function foreignCalls(scene: Scene, { from, field, target }: Picker): ActionCall[] {
  const { foreign } = scene.side;
  const fields = { ...newRecord(scene, target), _resource: from.name, _field: field.name };
  const [own] = ownOf(scene, target);
  return [
    formCall('the other tenant’s id', { ...fields, tenantId: foreign.id }),
    formCall('the other tenant’s id as a column', { ...fields, tenant_id: foreign.id }),
    formCall('a field that names no records', { ...fields, _field: from.title }),
    formCall('a list that is only to be looked at', { ...fields, _resource: 'audit' }),
    // Made once already, by the same drawing of the form.
    ...(own ? [formCall('a form that was sent before', { ...fields, _once: own.id })] : []),
  ];
}
