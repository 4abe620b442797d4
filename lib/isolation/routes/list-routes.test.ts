import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaksOf } from '../recorder';
import { walkBuild } from './build-walk';
import { readBuild } from './list-routes';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isolation-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
}

function writeBuild({ actions = {}, redirects = [] as object[] } = {}) {
  write('BUILD_ID', 'x');
  write('app-path-routes-manifest.json', {
    '/[tenant]/(site)/blog/page': '/[tenant]/blog',
    '/[tenant]/export/route': '/[tenant]/export',
  });
  write('server/pages-manifest.json', { '/_app': 'a', '/old': 'b' });
  write('server/server-reference-manifest.json', { node: actions, edge: {} });
  write('routes-manifest.json', { rewrites: { beforeFiles: [{ source: '/r' }] }, redirects });
  write('prerender-manifest.json', { routes: { '/_not-found': {} } });
  write('server/middleware-manifest.json', {
    middleware: { '/': { matchers: [{ regexp: '^.*$' }] } },
  });
}

test('without a build it says how to make one', () => {
  expect(() => readBuild(folder)).toThrow(/npm run build/);
});

test('pages, routes, actions and detours are listed', () => {
  writeBuild({
    actions: { '40ab': { filename: 'app/x/actions.ts', exportedName: 'save' } },
    redirects: [{ source: '/x/', internal: true }, { source: '/y' }],
  });
  expect(readBuild(folder)).toEqual({
    routes: [
      { path: '/[tenant]/blog', kind: 'page' },
      { path: '/[tenant]/export', kind: 'route' },
      { path: '/_app', kind: 'page' },
      { path: '/old', kind: 'page' },
    ],
    actions: [{ id: '40ab', name: 'app/x/actions.ts#save' }],
    detours: ['/r', '/y'],
    prerendered: ['/_not-found'],
    matchers: ['^.*$'],
  });
});

test('what no case covers fails, each by its name', () => {
  writeBuild({ actions: { '40ab': {} } });
  const leaks = leaksOf(walkBuild(readBuild(folder))).join('\n');
  for (const name of ['/[tenant]/export', '/old', 'server action 40ab', 'of /r']) {
    expect(leaks).toContain(`${name}: is not covered`);
  }
  expect(leaks).not.toContain('/[tenant]/blog: is not covered');
});
