import type { AppClient } from '../../db/client';
import { consoleRole } from '../../db/roles';

/** Why the hashes of passwords cannot be read with plain SQL, as the application and as the console. */
export async function hashFaults(client: AppClient): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const role of ['none', consoleRole]) {
    const reading = client.query((sql) =>
      sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true)`;
        return tx`select password_hash from platform.users`;
      }),
    );
    faults.push(await reading.then(() => 'it was read').catch(({ code }) => code));
  }
  return faults;
}
