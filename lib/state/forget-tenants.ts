import { processMemory } from './engines';

const wholeTenant = /^t:([0-9a-f-]{36})$/;

/**
 * Empties the caches that this process remembers itself of tenants whose settings or state changed
 * (S3.44). Called on every instance when the event log names their tags.
 */
export async function forgetTenants(tags: string[]): Promise<void> {
  for (const tag of tags) {
    const [, tenantId] = wholeTenant.exec(tag) ?? [];
    if (tenantId) await processMemory().clear({ tenantId, space: 'cache' });
  }
}
