import { z } from 'zod';

const label = z.string();
const status = z.string();
const statusChange = z.looseObject({ status: z.tuple([status, status]) });
const tenant = z.looseObject({ label, slug: z.string().optional() });
const member = z.looseObject({ label, role: z.string().optional() });
const person = z.looseObject({ label });
const domain = z.looseObject({ label: z.string() });

/**
 * The life of tenants, of their people and domains, with what each event tells (S3.50, S4.22, N6,
 * N14). `label` is the name of the subject: the tenant, the person, the host name. An event may tell
 * more; handlers can rely on what stands here.
 */
export const lifeCycle = {
  'tenant.created': z.looseObject({ label, slug: z.string() }),
  // Its tables are those of this release: at its making, and once for each release that changes them.
  'tenant.migrated': z.looseObject({ label, version: z.number() }),
  'tenant.activated': z.looseObject({ label, changes: statusChange }),
  'tenant.deactivated': z.looseObject({ label, changes: statusChange }),
  'tenant.deleted': tenant,
  'tenant.restored': tenant,
  'member.added': member,
  'member.removed': member,
  'member.deactivated': member,
  'member.reactivated': member,
  'user.created': person,
  'user.deleted': person,
  'domain.added': domain,
  'domain.verified': domain,
  'domain.removed': domain,
} as const;

type LifeCycle = typeof lifeCycle;

export type LifeCycleType = keyof LifeCycle;

/** What an event of this type tells. */
export type LifeCyclePayload<T extends LifeCycleType> = z.output<LifeCycle[T]>;

/** Names other frameworks have for the same (N6, N14). */
export const lifeCycleAliases = {
  tenant_created: 'tenant.created',
  tenant_migrated: 'tenant.migrated',
  tenant_activated: 'tenant.activated',
  tenant_deactivated: 'tenant.deactivated',
  tenant_deleted: 'tenant.deleted',
  tenant_restored: 'tenant.restored',
  tenant_user_added: 'member.added',
  tenant_user_removed: 'member.removed',
  tenant_user_created: 'user.created',
  tenant_user_deleted: 'user.deleted',
  domain_verified: 'domain.verified',
} as const satisfies Record<string, LifeCycleType>;

type Aliases = typeof lifeCycleAliases;

/** A type, or the name that another framework has for it. */
export type LifeCycleName = LifeCycleType | keyof Aliases;

export type TypeOfName<N extends LifeCycleName> = N extends keyof Aliases
  ? Aliases[N]
  : Extract<N, LifeCycleType>;

/** True for an event of somebody's life. */
export function isLifeCycleType(type: string): type is LifeCycleType {
  return Object.hasOwn(lifeCycle, type);
}

/** The type that a name means; any other text is given back. */
export function typeOfName(name: string): string {
  return Object.hasOwn(lifeCycleAliases, name) ? lifeCycleAliases[name as keyof Aliases] : name;
}
