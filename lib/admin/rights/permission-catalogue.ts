import type { Permission, Verb } from '../../auth/permissions';
import type { Resource } from '../../resources/resource';
import { heldResources } from './held-resources';

/** A right that a role can give, in plain words. */
export interface GrantableRight {
  permission: Permission;
  /** Its column in the table of rights; others stand beside it. */
  verb: Verb | null;
  label: string;
}

/** What belongs together: the rights of one resource, or of one part of the admin. */
export interface RightsArea {
  name: string;
  label: string;
  rights: GrantableRight[];
}

const words: Record<Verb, string> = { read: 'See', write: 'Change', delete: 'Delete' };

/** The admin itself, and what of it is no resource. */
const enter: RightsArea = {
  name: 'admin',
  label: 'Admin',
  rights: [{ permission: 'admin.enter', verb: 'read', label: 'Enter the admin' }],
};
const settings: RightsArea = {
  name: 'settings',
  label: 'Settings',
  rights: [
    {
      permission: 'settings.read',
      verb: 'read',
      label: 'See limits, search and changes of the settings',
    },
    { permission: 'settings.write', verb: 'write', label: 'Change the settings' },
  ],
};

const support: RightsArea = {
  name: 'support',
  label: 'Support access',
  rights: [
    { permission: 'support.read', verb: 'read', label: 'See support access' },
    { permission: 'support.write', verb: 'write', label: 'End support access' },
  ],
};

const notifications: RightsArea = {
  name: 'notifications',
  label: 'Notifications',
  rights: [
    { permission: 'notifications.read', verb: 'read', label: 'See what was sent to members' },
    { permission: 'notifications.write', verb: 'write', label: 'Send to members' },
  ],
};

/**
 * Everything a role of a tenant's own can give. A resource of the registry appears by itself, with the
 * rights that something asks for: none can be ticked that would do nothing.
 */
export function permissionCatalogue(
  resources: readonly Resource[] = heldResources(),
): RightsArea[] {
  const areas = resources.filter((one) => !one.platformOnly).map(areaOf);
  return [enter, ...areas, notifications, settings, support];
}

let kept: { of: readonly Resource[]; names: readonly Permission[] } | null = null;

/** Their names alone, read once: what the admin is made of stays while a process runs. */
export function knownPermissions(): readonly Permission[] {
  const of = heldResources();
  if (kept?.of !== of) {
    const rights = permissionCatalogue(of).flatMap((area) => area.rights);
    kept = { of, names: rights.map(({ permission }) => permission) };
  }
  return kept.names;
}

function areaOf(resource: Resource): RightsArea {
  const { name, label, permissions, actions } = resource;
  const verbs = (['read', 'write', 'delete'] as const).filter((verb) => isAsked(resource, verb));
  const usual = verbs.map((verb) => ({
    permission: permissions[verb],
    verb,
    label: `${words[verb]} ${label.toLowerCase()}`,
  }));
  const known = new Set<Permission>(Object.values(permissions));
  const more = Object.values(actions).flatMap(({ permission, label: act }) =>
    permission && !known.has(permission) ? [{ permission, verb: null, label: `${act} them` }] : [],
  );
  const own = new Map(more.map((right) => [right.permission, right]));
  return { name, label, rights: [...usual, ...own.values()] };
}

/** A list to be looked at has no right to change it, unless verbs of its own ask for one. */
function isAsked({ readOnly, permissions, actions, asks }: Resource, verb: Verb): boolean {
  if (verb === 'read' || !readOnly || asks.includes(verb)) return true;
  return Object.values(actions).some(
    ({ permission }) => (permission ?? permissions.write) === permissions[verb],
  );
}
