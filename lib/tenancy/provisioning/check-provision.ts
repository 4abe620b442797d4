import { InvalidInput } from '../../errors';
import { checkNewTenant } from './new-tenant';
import type { ProvisionInput } from './provision';

const mostBytes = 16_384;

/**
 * Checks all that a tenant is made from.
 *
 * @returns the same, trimmed.
 * @throws InvalidInput with a text for each field that cannot stay so.
 */
export function checkProvision(input: ProvisionInput): ProvisionInput {
  const given = { ...input, ...checkNewTenant(input) };
  const fault = dataFault(input.tenantExtraData);
  if (fault) throw new InvalidInput({ tenantExtraData: [fault] });
  const type = input.tenantType?.trim() || undefined;
  if (type && !/^[\w-]{1,50}$/.test(type)) {
    const rule = 'Use letters, digits, hyphens and underscores, up to 50.';
    throw new InvalidInput({ tenantType: [rule] });
  }
  return { ...given, tenantType: type };
}

function dataFault(data: unknown): string | null {
  if (data === undefined) return null;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return 'Give an object, as in {"plan": "pro"}.';
  }
  const text = JSON.stringify(data);
  if (text.includes('\\u0000')) return 'Leave out the character NUL.';
  return text.length > mostBytes ? `Use at most ${mostBytes} characters of JSON.` : null;
}
