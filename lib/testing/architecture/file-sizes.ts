import type { Rule, SourceFile } from './source-file';

const longest = 200;
const longestMedian = 60;

/** No file over 200 lines, half of them at most 60: a file is read in one go. */
export const fileSizes: Rule = (files) => {
  const faults = files
    .filter((file) => countLines(file) > longest)
    .map((file) => `${file.path} has ${countLines(file)} lines, more than ${longest}`);
  const median = medianLines(files);
  if (median > longestMedian) faults.push(`the median file has ${median} lines`);
  return faults;
};

function countLines({ source }: SourceFile): number {
  return source.replace(/\n$/, '').split('\n').length;
}

function medianLines(files: SourceFile[]): number {
  const sizes = files.map(countLines).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
