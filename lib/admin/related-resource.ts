import type { Relation, Resource } from '../resources/resource';
import { adminResources } from './registry';

/** The resource whose records a relation names, or undefined where its table has none here. */
export function relatedResource({ table }: Pick<Relation, 'table'>): Resource | undefined {
  return adminResources.find((one) => one.table === table && !one.platformOnly);
}
