import type { Side } from './door-world';

/** What a browser says of a page that is not the host's own. */
export function foreignOrigins({ foreign }: Side): [string, Record<string, string>][] {
  return [
    ['its staff, from nowhere', {}],
    ['its staff, from evil.test', { origin: 'https://evil.test' }],
    ['its staff, from a sandbox', { origin: 'null' }],
    ['its staff, from the other tenant’s page', { origin: `http://${foreign.hosts[0]}` }],
    ['its staff, from a sibling', { 'sec-fetch-site': 'same-site' }],
  ];
}
