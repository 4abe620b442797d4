import { execFile } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
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

/**
 * Writes and builds a Next application that has nothing but static pages: no middleware, no data.
 * It lies outside the project, because a build takes in the middleware of a folder above its own;
 * the project's packages are linked.
 *
 * @param folder - to be made.
 * @param pages - markup by the page's name, one path segment.
 * @throws Error with the output of a build that failed.
 */
export async function buildStaticSite(
  folder: string,
  pages: ReadonlyMap<string, MarkupNode[]>,
): Promise<void> {
  const write = (path: string, text: string) => writeFileSync(`${folder}/${path}`, text);
  mkdirSync(`${folder}/app`, { recursive: true });
  symlinkSync(`${projectRoot}/node_modules`, `${folder}/node_modules`, 'junction');
  write('package.json', '{ "private": true, "type": "module" }\n');
  write('next.config.mjs', configOf(folder));
  write('app/layout.jsx', layout);
  write('app/render.js', render);
  for (const [name, nodes] of pages) {
    mkdirSync(`${folder}/app/${name}`);
    write(`app/${name}/page.jsx`, page);
    write(`app/${name}/nodes.json`, JSON.stringify(nodes));
  }
  const next = `${projectRoot}/node_modules/next/dist/bin/next`;
  await run(process.execPath, [next, 'build'], { cwd: folder, env: cleanEnvironment() });
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

function commonFolder(one: string, other: string): string {
  if (one === other || one === parse(one).root || other.startsWith(`${one}/`)) return one;
  return commonFolder(dirname(one), other);
}
