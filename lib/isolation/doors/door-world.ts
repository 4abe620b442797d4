import type { Ask } from '../routes/ask';
import type { BuildInventory } from '../routes/list-routes';
import type { Site, Sites } from '../routes/site';
import type { ScratchDatabase } from '../world/scratch-server';
import type { Keyring } from './keyring';
import type { People } from './open-people';
import type { Records } from './read-records';

/** What the walks through doors have to work with: the server, who can ask, and what there is. */
export interface DoorWorld {
  ask: Ask;
  build: BuildInventory;
  sites: Sites;
  rootHost: string;
  database: ScratchDatabase;
  keyring: Keyring;
  people: { acme: People; globex: People };
  /** Records of each resource. */
  records: { acme: Records; globex: Records; platform: Records };
}

/** One tenant's side of the walk, and the other's. */
export interface Side {
  name: 'acme' | 'globex';
  other: 'acme' | 'globex';
  site: Site;
  foreign: Site;
  host: string;
}

/** Both directions. */
export function sidesOf({ sites }: Pick<DoorWorld, 'sites'>): Side[] {
  const side = (name: Side['name'], other: Side['other']): Side => ({
    ...{ name, other, site: sites[name], foreign: sites[other] },
    host: sites[name].hosts[0] ?? '',
  });
  return [side('acme', 'globex'), side('globex', 'acme')];
}
