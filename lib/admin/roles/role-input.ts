// What rights there are.
import '../registry';

import { z } from 'zod';
import type { Permission } from '../../auth/permissions';
import { knownPermissions } from '../rights/permission-catalogue';

const text = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);

/** What is said of a role of one's own. */
export const roleInput = z.strictObject({
  name: text(60).min(1, 'Give it a name.'),
  description: text(300).default(''),
  permissions: z
    .array(z.string().max(100))
    .max(500)
    .refine((given) => unknownOf(given).length === 0, {
      error: ({ input }) => `There is no right called ${unknownOf(input as string[]).join(', ')}.`,
    }),
});

export type RoleInput = z.output<typeof roleInput>;

/** In the order of the admin, each once; what may be changed may be seen, and all of it needs the admin. */
export function completePermissions(given: readonly string[]): Permission[] {
  const wanted = new Set(given);
  const known = new Set<string>(knownPermissions());
  for (const permission of given) {
    wanted.add('admin.enter');
    const read = permission.replace(/\.(write|delete)$/, '.read');
    if (known.has(read)) wanted.add(read);
  }
  return knownPermissions().filter((permission) => wanted.has(permission));
}

function unknownOf(given: readonly string[]): string[] {
  const known = new Set<string>(knownPermissions());
  return given.filter((permission) => !known.has(permission));
}
