import { allowedImports } from './allowed-imports';
import { ambientContext } from './ambient-context';
import { barrels } from './barrels';
import { cacheFunctions } from './cache-functions';
import { doors } from './doors';
import { environmentReads } from './environment-reads';
import { fileNames } from './file-names';
import { fileSizes } from './file-sizes';
import { importCycles } from './import-cycles';
import { middlewareClosure } from './middleware-closure';
import { nextImports } from './next-imports';
import { requestAddresses } from './request-addresses';
import { siteLinks } from './site-links';
import type { Rule } from './source-file';
import { testCode } from './test-code';
import { unscopedHandles } from './unscoped-handles';

/** The house rules, by the name a failing test shows. */
export const rules = {
  'imports follow the table': allowedImports,
  'no import cycles': importCycles,
  'middleware reaches only what runs at the edge': middlewareClosure,
  'next is imported only by the outer layer': nextImports,
  'the environment is read in one place': environmentReads,
  'names are kebab-case and say something': fileNames,
  'files are short': fileSizes,
  'no barrels': barrels,
  'cache functions of Next are called only in lib/cache': cacheFunctions,
  'pages, routes and actions enter by a door': doors,
  'addresses are not built from the request': requestAddresses,
  'links of a tenant keep its beginning of the path': siteLinks,
  'unscoped handles stay with their folders': unscopedHandles,
  'domain code takes its context': ambientContext,
  'code for tests stays with tests': testCode,
} satisfies Record<string, Rule>;
