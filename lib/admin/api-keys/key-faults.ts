import type { Permission } from '../../auth/permissions';
import type { MemberContext } from '../../auth/viewer';
import { allScopes } from './scopes';

/** What somebody asks for. */
export interface NewKey {
  id?: string;
  name: string;
  scopes: string[];
  /** Null: never. */
  expiresAt: Date | null;
}

const longestName = 80;
const longestLife = 10 * 366 * 24 * 60 * 60 * 1000;

/** What is wrong with a key that is asked for, by field; null where nothing is. */
export function keyFaults(
  ctx: Pick<MemberContext, 'can' | 'viewer'>,
  { name, scopes, expiresAt }: NewKey,
): Record<string, string[]> | null {
  const found = {
    name: nameFault(name.trim()),
    scopes: scopesFault(ctx, scopes),
    expiresAt: expiryFault(ctx, expiresAt),
  };
  const faults = Object.entries(found).filter(([, fault]) => fault !== null);
  if (faults.length === 0) return null;
  return Object.fromEntries(faults.map(([field, fault]) => [field, [String(fault)]]));
}

function nameFault(name: string): string | null {
  if (name === '') return 'Give it a name that says what uses it.';
  if (name.length > longestName) return `A name has at most ${longestName} characters.`;
  return /\p{Cc}/u.test(name) ? 'A name is one line of plain text.' : null;
}

function scopesFault({ can }: Pick<MemberContext, 'can'>, scopes: string[]): string | null {
  if (scopes.length === 0) return 'Choose at least one thing that it may do.';
  const unknown = scopes.find((scope) => !allScopes.includes(scope as Permission));
  if (unknown !== undefined) return `There is no scope “${unknown.slice(0, 80)}”.`;
  const missing = scopes.filter((scope) => !can(scope as Permission));
  if (missing.length === 0) return null;
  return `You may not do this yourself, so a key of yours cannot either: ${missing.join(', ')}.`;
}

function expiryFault({ viewer }: Pick<MemberContext, 'viewer'>, at: Date | null): string | null {
  const parentEnds = viewer.apiKey?.expiresAt ?? null;
  if (parentEnds && (!at || at > parentEnds)) {
    return `A key that is made with another ends no later: by ${parentEnds.toISOString()}.`;
  }
  if (!at) return null;
  if (Number.isNaN(at.getTime())) return 'This is no date.';
  if (at.getTime() <= Date.now()) return 'It would have expired already.';
  return at.getTime() > Date.now() + longestLife ? 'At most ten years from now.' : null;
}
