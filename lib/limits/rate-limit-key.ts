/**
 * Names who is counted, as `rate_limit:<tenant>:person <id>` (S2.47): the same person at two tenants
 * is counted twice, and a tenant as a whole under `all`.
 *
 * @param tenantId - null on the root host.
 */
export function rateLimitKey(tenantId: string | null, subject: string): string {
  return `rate_limit:${tenantId ?? 'platform'}:${subject}`;
}
