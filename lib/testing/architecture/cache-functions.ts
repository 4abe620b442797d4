import { listImports } from './list-imports';
import { isTest, type Rule, type SourceFile, visitNodes } from './source-file';

/**
 * Next's own cache functions take any key, so a forgotten tenant mixes tenants.
 * Only lib/cache calls them, and it adds the tenant.
 */
export const cacheFunctions: Rule = (files) =>
  files
    .filter((file) => !isTest(file.path) && !file.path.startsWith('lib/cache/'))
    .flatMap((file) => [
      ...listImports(file)
        .filter(({ specifier }) => /^next\/(cache|dist\/.*cache.*)$/.test(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier} outside lib/cache`),
      ...cacheDirectives(file),
    ]);

function cacheDirectives(file: SourceFile): string[] {
  const faults: string[] = [];
  visitNodes(file, ({ type, directive }) => {
    const isCache = typeof directive === 'string' && directive.startsWith('use cache');
    if (type === 'ExpressionStatement' && isCache) faults.push(`${file.path} says '${directive}'`);
  });
  return faults;
}
