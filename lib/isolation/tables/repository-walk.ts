import { createRepository } from '../../db/repository/create-repository';
import type { RepositoryTable } from '../../db/repository/tenant-repository';
import { createRecorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import type { CodeTable } from './drizzle-tables';
import type { HandleTarget } from './handle-attack';
import type { OpenHandle } from './open-handle';
import { readTarget } from './read-target';
import { type AnyRepository, repositoryAttacks } from './repository-attacks';

export interface RepositoryWalk {
  handle: OpenHandle;
  bypassUrl: string;
  tables: CodeTable[];
  tenants: Tenants;
}

/**
 * Every table that a repository can look after, by each of its methods, with row security off and
 * in both directions. A method that no attack uses fails.
 */
export async function walkRepository(walk: RepositoryWalk): Promise<WalkReport> {
  const recorder = createRecorder('tables/repository');
  const { acme, globex } = walk.tenants;
  for (const table of walk.tables) {
    if (table.tenantKey === null || !('id' in table.columns)) continue;
    for (const [own, foreign] of [
      [acme.id, globex.id],
      [globex.id, acme.id],
    ] as const) {
      const target = await readTarget(walk.bypassUrl, table, own, foreign);
      if (target === null) {
        recorder.uncovered(table.name, 'a tenant has no row in it');
        continue;
      }
      const faults = await attackRepository(openRepository(walk.handle, target, own), target, own);
      for (const fault of faults) recorder.note(table.name, fault);
    }
  }
  return recorder.report();
}

/** The same repository as `ctx.db.scoped` gives, over a handle that undoes what it does. */
function openRepository(handle: OpenHandle, { table }: HandleTarget, own: string): AnyRepository {
  const run = (work: (tx: never) => Promise<unknown>) => handle.inScope(own, work as never);
  return createRepository({ read: run, write: run } as never, table as RepositoryTable);
}

/** Says of each attempt what leaked, or null. */
export async function attackRepository(
  repository: AnyRepository,
  { tenantKey, own, foreign, table }: HandleTarget,
  ownId: string,
): Promise<(string | null)[]> {
  const target = { repository, table: table as RepositoryTable, tenantKey, own, foreign };
  const faults: (string | null)[] = [];
  for (const method of Object.keys(repository)) {
    const attacks = Object.entries(repositoryAttacks[method] ?? {});
    if (attacks.length === 0) faults.push(`is not covered: the method ${method} of the repository`);
    for (const [way, attack] of attacks) {
      const leak = await attack(target).then(
        (came) => leakOf(came, { tenantKey, ownId, foreignId: foreign.id }),
        (error: unknown) => `could not be carried out: ${String(causeOf(error))}`,
      );
      faults.push(leak && `${method}, ${way}: ${leak}`);
    }
  }
  const { rows } = await repository.list();
  faults.push(rows.length > 0 ? null : 'list gives nothing of the tenant’s own');
  return faults;
}

function leakOf(
  came: unknown[],
  { tenantKey, ownId, foreignId }: { tenantKey: string; ownId: string; foreignId: unknown },
): string | null {
  const leaks = came.filter((one) => {
    if (one === null || one === undefined) return false;
    if (typeof one !== 'object')
      return one === foreignId || (typeof one === 'string' && !isId(one));
    return (one as Record<string, unknown>)[tenantKey] !== ownId;
  });
  return leaks.length > 0 ? `${leaks.length} of another tenant came through` : null;
}

/** Ids of the own rows may come; a word of an attack's own says that it got through. */
function isId(text: string): boolean {
  return /^[0-9a-f-]{36}$/.test(text);
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? (error.cause ?? error) : error;
}
