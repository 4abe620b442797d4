import type { Role } from '../../auth/permissions';

/** What the built-in roles are called, and what they are for. */
export const roleWords: Record<Role, { name: string; description: string }> = {
  owner: {
    name: 'Owner',
    description: 'May do everything, and give the roles of owners and admins.',
  },
  admin: { name: 'Admin', description: 'May do everything, but change owners and admins.' },
  editor: { name: 'Editor', description: 'Writes and publishes.' },
  member: { name: 'Member', description: 'A reader with an account. Cannot enter the admin.' },
};

/** What a built-in role is called. */
export function builtInName(role: Role): string {
  return roleWords[role].name;
}
