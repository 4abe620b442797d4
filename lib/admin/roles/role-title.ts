import { roles as builtIn } from '../../auth/permissions';
import { builtInName } from './role-words';

/** What people call the role of somebody; one that this release does not know goes by its key. */
export function roleTitle({ role, roleName }: { role: string; roleName: string | null }): string {
  const known = builtIn.find((one) => one === role);
  return roleName ?? (known ? builtInName(known) : role);
}
