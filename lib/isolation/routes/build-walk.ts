import { createRecorder, type WalkReport } from '../recorder';
import { caseOf } from './case-of';
import type { BuildInventory } from './list-routes';
import { routeCases } from './route-cases';

/** Next's own pages without a place in the application: rendered at build, the same for everyone. */
const builtIn = new Set(['/_app', '/_document', '/_error']);
const mayBePrerendered = new Set(['/_global-error', '/_not-found']);

/** What the middleware must see: all but the build's own assets. */
const seen = ['/', '/blog/a', '/a.txt', '/favicon.ico', '/~acme', '/api/health', '/feed.xml'];

/** Compares the production build with what the other walks cover. */
export function walkBuild(build: BuildInventory): WalkReport {
  const recorder = createRecorder('routes/inventory');
  const { routes, actions, detours, prerendered, matchers } = build;
  for (const { path } of routes.filter((route) => !builtIn.has(route.path))) {
    if (caseOf(path)) recorder.note(path, null);
    else recorder.uncovered(path, 'no case says who may ask for it and what it shows');
  }
  for (const path of Object.keys(routeCases)) {
    const isBuilt = routes.some((route) => route.path === path);
    recorder.note(path, isBuilt ? null : 'has a case but is not in the build');
  }
  for (const { id, name } of actions) {
    if (name) recorder.note(name, null);
    else recorder.uncovered(`server action ${id}`, 'no file exports it, so no door can be seen');
  }
  for (const source of detours) {
    recorder.uncovered(`rewrite or redirect of ${source}`, 'it decides before the middleware does');
  }
  for (const path of prerendered) {
    recorder.note(path, mayBePrerendered.has(path) ? null : 'was rendered at build, for all hosts');
  }
  for (const path of seen) {
    const passes = matchers.some((matcher) => new RegExp(matcher).test(path));
    recorder.note('middleware', passes ? null : `does not see ${path}`);
  }
  return recorder.report();
}
