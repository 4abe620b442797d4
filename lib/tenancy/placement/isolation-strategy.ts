import type { PlatformTx } from '../../db/platform-tx';

/** Where a tenant's tables are (S3.3). */
export type PlacementKind = 'row' | 'schema' | 'database';

/** What a strategy is told of a tenant. */
export interface PlacedTenant {
  id: string;
  slug: string;
  /** The schema that was asked for; empty leaves it to the strategy. */
  schemaName: string;
}

/** How one kind of placement makes room for a tenant and clears it away again (S3.47). */
export interface IsolationStrategy {
  kind: PlacementKind;
  /**
   * The schema that a tenant's tables will be in.
   *
   * @throws SchemaError when it cannot be the one that was asked for.
   */
  schemaFor(tenant: Pick<PlacedTenant, 'slug' | 'schemaName'>): string;
  /**
   * Makes room, tables included. What lies outside the transaction must bear being made again.
   *
   * @param tx - the transaction the tenant itself is made in.
   */
  create(tx: PlatformTx, tenant: PlacedTenant): Promise<void>;
  /** Takes back what `create` made outside of the transaction; nothing where that is nothing. */
  undoCreate(tenant: PlacedTenant): Promise<void>;
}
