import type { WalkReport } from '../recorder';
import type { BuildInventory } from '../routes/list-routes';
import type { RouteWalk } from '../routes/route-walk';
import type { Tenants } from '../world/fill-database';
import type { ScratchDatabase } from '../world/scratch-server';
import type { WeakServer } from './weak-server';

/** What saboteurs may use. Databases are copies that nobody else looks at. */
export interface Workshop {
  tenants: Tenants;
  build: BuildInventory;
  routes: RouteWalk;
  /** A server whose checks can be taken out. */
  weak: WeakServer;
  copyDatabase(name: string): Promise<ScratchDatabase>;
}

/**
 * Takes one guard away, in test code or a scratch database, and walks again. A walk that stays
 * green would stay green in production too.
 */
export interface Saboteur {
  /** What it took away. */
  did: string;
  /** The walk that must notice, on its own. */
  walk: string;
  /** What the walk must say of it. */
  tells: RegExp;
  run(workshop: Workshop): Promise<WalkReport>;
}
