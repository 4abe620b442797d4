import { execFile } from 'node:child_process';
import { mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment } from '@/lib/cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '@/lib/testing/project-root';
import type { MarkupNode } from './page-markup';

const run = promisify(execFile);

const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

// The tree becomes ordinary server markup, so that the page has a payload as the real one has.
const render = `import { createElement } from 'react';
export function render(node) {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  if (tag === 'style') {
    return createElement(tag, { dangerouslySetInnerHTML: { __html: children.join('') } });
  }
  return createElement(tag, attributes, ...children.map(render));
}
`;

const page = `import { createElement, Fragment } from 'react';
import { render } from '../render.js';
import nodes from './nodes.json';
export const dynamic = 'force-static';
export default function Page() {
  return createElement(Fragment, null, ...nodes.map(render));
}
`;

/** A page to be copied. */
export interface StaticPage {
  /** One path segment. */
  name: string;
  nodes: MarkupNode[];
  /** Of the original; the copy is filled up to it. */
  bytes: number;
}

/**
 * Writes and builds a Next application that has nothing but static pages: no middleware, no data.
 * It lies outside the project, because a build takes in the middleware of a folder above its own;
 * the project's packages are linked.
 *
 * The copies are made as large as the originals, whose scripts and payload weigh more: writing a
 * page of over 64 kB to a socket costs twice as much as one just under it (measured).
 *
 * @param folder - to be made.
 * @throws Error with the output of a build that failed.
 */
export async function buildStaticSite(folder: string, pages: readonly StaticPage[]): Promise<void> {
  const write = (path: string, text: string) => writeFileSync(`${folder}/${path}`, text);
  mkdirSync(`${folder}/app`, { recursive: true });
  symlinkSync(`${projectRoot}/node_modules`, `${folder}/node_modules`, 'junction');
  write('package.json', '{ "private": true, "type": "module" }\n');
  write('next.config.mjs', configOf(folder));
  write('app/layout.jsx', layout);
  write('app/render.js', render);
  for (const { name, nodes } of pages) {
    mkdirSync(`${folder}/app/${name}`);
    write(`app/${name}/page.jsx`, page);
    write(`app/${name}/nodes.json`, JSON.stringify(nodes));
  }
  await build(folder);
  for (const { name, nodes, bytes } of pages) {
    const missing = bytes - statSync(`${folder}/.next/server/app/${name}.html`).size;
    write(`app/${name}/nodes.json`, JSON.stringify([...nodes, fillerOf(missing)]));
  }
  await build(folder);
}

async function build(folder: string): Promise<void> {
  const next = `${projectRoot}/node_modules/next/dist/bin/next`;
  await run(process.execPath, [next, 'build'], { cwd: folder, env: cleanEnvironment() });
}

/** Half as long as what is missing, since a page carries its text twice: as markup and as payload. */
function fillerOf(bytes: number): MarkupNode {
  const text = '.'.repeat(Math.max(0, Math.round(bytes / 2)));
  return { tag: 'p', attributes: { hidden: 'hidden' }, children: [text] };
}

/** The build refuses packages outside its root, so the root is a folder that holds both. */
function configOf(folder: string): string {
  const root = JSON.stringify(commonFolder(realpathSync(folder), realpathSync(projectRoot)));
  return `export default {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: ${root} },
  outputFileTracingRoot: ${root},
};
`;
}

/** The deepest folder that holds both. */
export function commonFolder(one: string, other: string): string {
  if (one === other || one === parse(one).root || other.startsWith(`${one}/`)) return one;
  return commonFolder(dirname(one), other);
}
