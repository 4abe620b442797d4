import type { Rule } from './source-file';

const banned = /^(utils?|helpers?|misc|commons?|shared|managers?|services?)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** File and folder names are kebab-case and say what is inside. */
export const fileNames: Rule = (files) => files.flatMap(({ path }) => faultsOf(path));

function faultsOf(path: string): string[] {
  const words = path.split('/').flatMap((segment) => plainName(segment).split('.'));
  return words
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!kebab.test(word)) return [`${path}: ${word} is not kebab-case`];
      const poor = word.split('-').find((part) => banned.test(part));
      return poor ? [`${path}: ${poor} says nothing`] : [];
    });
}

/** Next's own marks round a folder name: [x], [...x], [[...x]], (x), @x, _x. */
function plainName(segment: string): string {
  return segment.replace(/^(\[\[?(\.\.\.)?|\(|@|_)/, '').replace(/(\]\]?|\))$/, '');
}
