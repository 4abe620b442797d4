import { type AppClient, appClient } from '../db/client';
import type { Actor } from '../tenancy/tenant';
import type { DomainFinding } from './look-up-domain';

/** What came of a check. `failed`: it was verified and is not any more. */
export interface CheckOutcome {
  outcome: 'noted' | 'verified' | 'failed' | 'gone';
  /** What is stale from now on. */
  cacheTags: string[];
}

/** Runs a statement outside any tenant. */
export type UnboundQuery = AppClient['query'];

interface CheckedDomain {
  tenantId: string;
  id: string;
  actor?: Actor;
  requestId?: string;
}

/**
 * Hands a finding to the database, which decides what it proves and does what follows in one
 * transaction. It refuses inside a tenant's: row security and column rights keep a tenant's own
 * statements from verifying anything.
 */
export async function noteCheck(
  { tenantId, id, actor, requestId = '' }: CheckedDomain,
  { seen, pointing, detail }: DomainFinding,
  query: UnboundQuery = appClient().query,
): Promise<CheckOutcome> {
  const values = seen === null ? null : JSON.stringify(seen);
  const [row] = await query(
    (sql) => sql`
      select outcome, array_to_json(cache_tags) as tags from platform.note_domain_check(
        ${tenantId}, ${id}, ${values}::text::jsonb, ${pointing}, ${detail},
        ${actor?.id ?? null}::text::uuid, ${actor?.name ?? ''}, ${requestId})`,
  );
  return { outcome: row?.outcome ?? 'gone', cacheTags: row?.tags ?? [] };
}
