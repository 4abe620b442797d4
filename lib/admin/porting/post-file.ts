/** A Markdown file with front matter, decoded. */
export interface PostFile {
  /** With the folders it was in. */
  name: string;
  text: string;
}

/** What is wrong with a file, in words for whoever gave it. */
export interface FileFault {
  /** From 1; absent for what concerns the whole file. */
  line?: number;
  message: string;
}

/** A file that cannot be imported, and why. */
export interface RefusedFile {
  name: string;
  faults: FileFault[];
}

/** Of one file. A post has at most 300,000 characters of Markdown. */
export const mostFileBytes = 1_500_000;
export const mostFileCharacters = 400_000;
/** Files of one import. */
export const mostFiles = 2000;
/** Of all files of one import, unpacked. */
export const mostTotalBytes = 50_000_000;
/** Of one archive. */
export const mostArchiveBytes = 20_000_000;
