import type { PlatformTx } from '../../db/platform-tx';
import type { EventOrigin } from '../../events/record-event';
import type { Person } from '../add-person';
import type { IsolationStrategy } from '../placement/isolation-strategy';
import type { NewTenant } from './new-tenant';
import type { SagaStep } from './run-saga';

/** What a tenant is made from (S4.19). */
export interface ProvisionInput extends NewTenant {
  /** What the owner may do in the admin; both unless said otherwise. */
  isStaff?: boolean;
  isSuperuser?: boolean;
  /** Where its tables are: `row` unless said otherwise. */
  placement?: string;
  /** Only where the placement gives a tenant a schema of its own. */
  schemaName?: string;
  /** Kept as `metadata.type`. */
  tenantType?: string;
  /** Kept in its metadata. */
  tenantExtraData?: Record<string, unknown>;
  domainExtraData?: { isPrimary?: boolean };
  /** `none` leaves the site empty; else it begins with a draft that shows how to write. */
  content?: 'starter' | 'none';
}

/** A tenant that is being made. */
export interface Provision {
  tx: PlatformTx;
  given: ProvisionInput;
  origin: EventOrigin;
  strategy: IsolationStrategy;
  schemaName: string;
  /** Of somebody new; null for who has an account. */
  passwordHash: string | null;
  /** Known before anything is made, so that what is made outside the database can carry it. */
  tenantId: string;
  owner?: Owner;
  /** How many migrations of tenant tables it begins with. */
  schemaVersion?: number;
}

export type Owner = Person & { isNew: boolean };

export type ProvisionStep = SagaStep<Provision>;

/** The owner; steps behind the first one have it. */
export function ownerOf({ owner }: Provision): Owner {
  if (!owner) throw new Error('The owner comes before everything else.');
  return owner;
}
