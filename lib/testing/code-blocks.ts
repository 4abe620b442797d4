/** A block of code of a page, and the file it is from, where the line before says so. */
export interface CodeBlock {
  language: string;
  code: string;
  file?: string;
}

/** Gives the fenced blocks of a Markdown text, in order. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks = markdown.matchAll(/(?:`([\w./[\]-]+)`:\n+)?^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, file, language = '', code = '']) => ({ language, code, file }));
}
