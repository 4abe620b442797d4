import type { ResourceRecord } from '@/lib/resources/record';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceAction } from '@/lib/resources/resource-action';
import type { ResourceContext } from '@/lib/resources/resource-context';
import type { IconName } from '@/lib/ui/icon';
import type { BulkAct, ConfirmText, RowAct } from '@/lib/ui/list/table-types';
import { singularOf } from './nouns';
import type { Place, ResourceLook } from './screen-types';

/** What the person may do with the records of a resource: there are no dead buttons. */
export interface Rights {
  write: boolean;
  delete: boolean;
  actions: string[];
  /** It is support, on the person's behalf. */
  isSupport?: boolean;
}

/** Reads the rights of a person from the context. */
export function rightsOf(ctx: ResourceContext, resource: Resource): Rights {
  const { permissions, readOnly, actions } = resource;
  const mayWrite = ctx.can(permissions.write);
  const may = ({ permission }: ResourceAction) => mayWrite && (!permission || ctx.can(permission));
  return {
    write: !readOnly && ctx.can(permissions.write),
    delete: !readOnly && ctx.can(permissions.delete),
    isSupport: Boolean(ctx.support),
    actions: Object.keys(actions).filter((name) => may(actions[name] as ResourceAction)),
  };
}

/** Asked before records go to the trash. */
export const trashWords: ConfirmText = {
  title: 'Move {name} to the trash?',
  body: 'It can be restored from there.',
  button: 'Move {what} to trash',
};

/** Asked before records are deleted for good. */
export function forGoodWords({ loss }: Resource): ConfirmText {
  return {
    title: 'Delete {name} for good?',
    body: `${loss} Nobody can undo this.`.trim(),
    button: 'Delete {what} for good',
  };
}

/** What can be done with all selected records. */
export function bulkActs(resource: Resource, rights: Rights, trash: boolean): BulkAct[] {
  if (trash) {
    return [
      ...(rights.delete ? [{ value: 'restore', label: 'Restore', icon: 'restore' as const }] : []),
      ...(rights.delete ? [{ ...forGood, value: 'delete', confirm: forGoodWords(resource) }] : []),
    ];
  }
  const verbs = rights.actions.map((name) => ({
    value: name,
    label: resource.actions[name]?.label ?? name,
    icon: iconOf(name),
    confirm: resource.actions[name]?.question,
  }));
  if (!rights.delete) return verbs;
  if (!resource.has.trash)
    return [...verbs, { ...forGood, value: 'delete', confirm: forGoodWords(resource) }];
  const toTrash = { value: 'trash', label: 'Move to trash', short: 'Trash', tone: 'bad' as const };
  return [...verbs, { ...toTrash, icon: 'trash' as const, confirm: trashWords }];
}

const forGood = { label: 'Delete for good', short: 'Delete', tone: 'bad', icon: 'trash' } as const;

interface RowInput {
  resource: Resource;
  place: Place;
  look: ResourceLook;
  rights: Rights;
  trash: boolean;
}

/** What can be done with one record. */
export function rowActs(input: RowInput, record: ResourceRecord): RowAct[] {
  const { resource, rights, trash, look, place } = input;
  if (trash) {
    return [
      ...(rights.delete ? [{ label: 'Restore', icon: 'restore' as const, submit: 'restore' }] : []),
      ...(rights.delete ? [{ ...forGood, submit: 'delete', confirm: forGoodWords(resource) }] : []),
    ];
  }
  const site = look.siteHref?.(record.values);
  const verbs = rights.actions
    .filter((name) => !resource.actions[name]?.refuse?.(record.values))
    .filter((name) => look.offers?.(record, name) ?? true)
    .map((name) => ({
      label: resource.actions[name]?.label ?? name,
      icon: iconOf(name),
      submit: name,
      confirm: resource.actions[name]?.question,
    }));
  return [
    ...verbs,
    ...(site ? [{ label: 'View on site', icon: 'open' as const, href: site }] : []),
    ...(resource.has.version
      ? [{ label: 'History', icon: 'history' as const, href: `${place.base}/${record.id}/history` }]
      : []),
    ...(rights.delete
      ? [
          {
            label: resource.has.trash ? 'Move to trash' : `Delete ${singularOf(resource)}`,
            icon: 'trash' as const,
            tone: 'bad' as const,
            href: `${place.base}/${record.id}/delete`,
          },
        ]
      : []),
  ];
}

const icons: Record<string, IconName> = {
  publish: 'publish',
  unpublish: 'take-down',
  'take-down': 'take-down',
  suspend: 'pause',
  activate: 'play',
  deactivate: 'pause',
  reactivate: 'play',
  retry: 'restore',
  discard: 'trash',
  remove: 'trash',
  revoke: 'stop',
  resend: 'mail',
  'mail-reset': 'mail',
};

function iconOf(name: string): IconName {
  return icons[name] ?? 'check';
}
