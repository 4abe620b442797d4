import { eventTypes, formerTypes, recordVerbs } from '../events/event-types';
import type { Resource } from '../resources/resource';
import { adminResources } from './registry';

export interface Choice {
  id: string;
  label: string;
}

/**
 * What may happen in a tenant, and to what, as choices of its audit log.
 *
 * @param resources - what is looked after, where it is more than a tenant's.
 */
export function auditChoices(resources: readonly Resource[] = adminResources): {
  type: Choice[];
  resource: Choice[];
} {
  return {
    type: types(resources).map((type) => ({ id: withFormer(type), label: wordsOf(type) })),
    resource: resources
      .filter(({ readOnly }) => !readOnly)
      .map(({ name, label }) => ({ id: name, label })),
  };
}

function types(resources: readonly Resource[]): string[] {
  const ofRecords = resources
    .filter(({ readOnly }) => !readOnly)
    .flatMap(({ singular, actions }) => [
      ...recordVerbs.map((verb) => `${singular}.${verb}`),
      ...Object.values(actions).map(({ done }) => `${singular}.${done}`),
    ]);
  return [...new Set([...ofRecords, ...eventTypes])];
}

/** What was done and by whom, in a line: "Post trashed by Ada". */
export function auditLine({ type, actorName }: Record<string, unknown>): string {
  const words = wordsOf(String(type ?? ''));
  return actorName ? `${words} by ${actorName}` : words;
}

/** Entries of before are found under the name they had. */
function withFormer(type: string): string {
  const former = Object.keys(formerTypes).filter((name) => formerTypes[name] === type);
  return [type, ...former].join(',');
}

/** "post.trashed" as a sentence: "Post trashed". */
function wordsOf(type: string): string {
  const words = (sayings[type] ?? type).replaceAll(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people call it, where the type has another name. */
const sayings: Record<string, string> = {
  'api-key.created': 'API key made',
  'api-key.revoked': 'API key revoked',
  'search.build-asked': 'new search index asked for',
  'search.sent-again': 'refused posts sent to search again',
  'tenant.deactivated': 'tenant suspended',
  'tenant.migrated': 'tenant brought up to date',
};
