import { walkStorage } from '../media/path-walk';
import type { Saboteur } from './saboteur';

/** What is taken from the paths of files. */
export const mediaSaboteurs: Saboteur[] = [
  {
    did: 'the tenant in the path of a file',
    walk: 'media/paths',
    tells: /a (path|file): (is media\/all|shows another|overwrites)/,
    run: async ({ tenants }) =>
      walkStorage({ tenants, pathOf: ({ mediaId, width }) => `media/all/${mediaId}/${width}` }),
  },
];
