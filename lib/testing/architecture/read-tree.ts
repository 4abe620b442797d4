import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import type { SourceFile } from './source-file';

const skippedFolders = new Set(['node_modules', 'coverage', 'test-results', 'playwright-report']);
/** Texts and generated files: their shape is not a matter of taste. */
const skippedPaths = ['lib/demo/content', 'next-env.d.ts'];

/** Reads every TypeScript and .mjs file of the project that a person wrote. */
export function readTree(root = projectRoot): SourceFile[] {
  const paths = listFiles(root, '').filter((path) => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(path));
  return paths.map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || skippedFolders.has(entry.name)) return [];
    if (skippedPaths.includes(path)) return [];
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}
