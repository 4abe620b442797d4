import type { Permission } from '../auth/permissions';

/** A place of the admin: shown only to who may enter it, so that no link leads to a 404. */
export interface Place {
  href: string;
  label: string;
  icon:
    | 'dashboard'
    | 'post'
    | 'tag'
    | 'author'
    | 'picture'
    | 'comment'
    | 'people'
    | 'mail'
    | 'groups'
    | 'broadcast'
    | 'lock'
    | 'domain'
    | 'search'
    | 'key'
    | 'settings'
    | 'jobs'
    | 'audit';
  permission: Permission;
  /** Typed after `g`, leads here. */
  key: string;
}

export interface PlaceGroup {
  label?: string;
  places: Place[];
}

const groups: PlaceGroup[] = [
  {
    places: [
      {
        href: '/admin',
        label: 'Dashboard',
        icon: 'dashboard',
        permission: 'admin.enter',
        key: 'd',
      },
      { href: '/admin/posts', label: 'Posts', icon: 'post', permission: 'posts.read', key: 'p' },
      { href: '/admin/tags', label: 'Tags', icon: 'tag', permission: 'tags.read', key: 't' },
      {
        href: '/admin/authors',
        label: 'Authors',
        icon: 'author',
        permission: 'authors.read',
        key: 'a',
      },
      { href: '/admin/media', label: 'Media', icon: 'picture', permission: 'media.read', key: 'y' },
      {
        href: '/admin/comments',
        label: 'Comments',
        icon: 'comment',
        permission: 'comments.read',
        key: 'c',
      },
    ],
  },
  {
    label: 'Audience',
    places: [
      {
        href: '/admin/members',
        label: 'Members',
        icon: 'people',
        permission: 'members.read',
        key: 'm',
      },
      {
        href: '/admin/invitations',
        label: 'Invitations',
        icon: 'mail',
        permission: 'invitations.read',
        key: 'i',
      },
      {
        href: '/admin/groups',
        label: 'Groups',
        icon: 'groups',
        permission: 'groups.read',
        key: 'r',
      },
      {
        href: '/admin/notifications',
        label: 'Broadcasts',
        icon: 'broadcast',
        permission: 'notifications.read',
        key: 'b',
      },
      { href: '/admin/roles', label: 'Roles', icon: 'lock', permission: 'roles.read', key: 'e' },
    ],
  },
  {
    label: 'Site',
    places: [
      {
        href: '/admin/domains',
        label: 'Domains',
        icon: 'domain',
        permission: 'domains.read',
        key: 'o',
      },
      {
        href: '/admin/search',
        label: 'Search',
        icon: 'search',
        permission: 'settings.read',
        key: 'f',
      },
      {
        href: '/admin/api-keys',
        label: 'API keys',
        icon: 'key',
        permission: 'api-keys.read',
        key: 'k',
      },
      {
        href: '/admin/settings',
        label: 'Settings',
        icon: 'settings',
        permission: 'settings.write',
        key: 's',
      },
      { href: '/admin/jobs', label: 'Jobs', icon: 'jobs', permission: 'jobs.read', key: 'j' },
      {
        href: '/admin/support',
        label: 'Support access',
        icon: 'key',
        permission: 'support.read',
        key: 'u',
      },
      {
        href: '/admin/audit',
        label: 'Audit log',
        icon: 'audit',
        permission: 'audit.read',
        key: 'l',
      },
    ],
  },
];

/**
 * The places of the admin that a person may enter, in groups; empty groups are left out.
 *
 * @param hidden - addresses of parts that the site does not have.
 */
export function placesFor(
  viewer: { can(permission: Permission): boolean },
  hidden: readonly string[] = [],
): PlaceGroup[] {
  return groups
    .map((group) => ({
      ...group,
      places: group.places.filter(
        ({ permission, href }) => viewer.can(permission) && !hidden.includes(href),
      ),
    }))
    .filter(({ places }) => places.length > 0);
}
