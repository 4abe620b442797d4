import { isGuarded } from '../doors/expand-route';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Answer, Ask, Question } from './ask';
import { caseOf } from './case-of';
import { flightHeaders } from './forged-headers';
import { type Visited, visitedHosts } from './hosts';
import { judgeVisit } from './judge-visit';
import type { BuildInventory, BuiltRoute } from './list-routes';
import type { RouteAsk, RouteCase } from './route-cases';
import type { Sites } from './site';

export interface RouteWalk {
  ask: Ask;
  build: BuildInventory;
  sites: Sites;
  rootHost: string;
}

/**
 * Every page and route handler of the build, on every kind of host, cold and then from the cache,
 * as a browser and as Next's own code asks. All hosts ask for the same address at the same time.
 */
export async function walkRoutes(walk: RouteWalk): Promise<WalkReport> {
  const recorder = createRecorder('routes');
  for (const route of walk.build.routes) {
    const known = caseOf(route.path);
    if (!known) continue;
    for (const { path, status, shows, method } of addressesOf(known, walk.sites)) {
      await visit(walk, { recorder, route, known, asked: { path, status, shows, method } });
    }
    if (route.kind === 'route' && known.on !== 'inside') await askMethods(walk, recorder, route);
  }
  return recorder.report();
}

interface Visit {
  recorder: Recorder;
  route: BuiltRoute;
  known: RouteCase;
  asked: RouteAsk;
}

/** The addresses of both tenants, each once. */
function addressesOf({ asks }: RouteCase, { acme, globex }: Sites): RouteAsk[] {
  const all = [...asks(acme, globex), ...asks(globex, acme)];
  return all.filter((one, at) => all.findIndex(({ path }) => path === one.path) === at);
}

async function visit(walk: RouteWalk, visited: Visit): Promise<void> {
  const { asked, route } = visited;
  const hosts = visitedHosts(walk.sites, walk.rootHost);
  // The second time from the cache, where there can be one.
  const plain: Record<string, string>[] = isGuarded(route.path) ? [{}] : [{}, {}];
  const isPicture = route.path.includes('/og/');
  // What stands behind sign-in is asked for by Next's own code in the walk through doors.
  const flights = isGuarded(route.path) ? [] : flightHeaders;
  const ways = route.kind === 'page' ? [...plain, ...flights, postAction] : plain;
  for (const [at, headers] of (isPicture ? [{}] : ways).entries()) {
    // Back and forth, so that each host comes first at times.
    const order = at % 2 === 0 ? hosts : hosts.toReversed();
    const method = headers === postAction ? 'POST' : asked.method;
    const path = 'rsc' in headers ? `${asked.path}?_rsc=walk` : asked.path;
    const answers = await Promise.all(
      order.map((host) => put(walk.ask, { host: host.name, path, method, headers })),
    );
    for (const [n, host] of order.entries()) {
      noteVisit(walk, visited, { host, answer: answers[n] as Reply, isPlain: at < plain.length });
    }
    noteTwins(visited, order, answers);
  }
}

/** An action that no build has: pages must not take it for one. */
const postAction = { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };

type Reply = { question: Question; answer: Answer } | { question: Question; fault: string };

async function put(ask: Ask, question: Question): Promise<Reply> {
  try {
    const answer = await ask(question);
    const { location } = answer.headers;
    // Next answers code of its own at one form of the address only, and leads there from all others.
    const isFlight = JSON.stringify(question.headers) === JSON.stringify(flightHeaders[0]);
    if (!isFlight || !String(location ?? '').includes('_rsc')) {
      return { question, answer };
    }
    const led = { ...question, path: String(location) };
    return { question: led, answer: await ask(led) };
  } catch (error) {
    return { question, fault: error instanceof Error ? error.message : String(error) };
  }
}

function noteVisit(
  walk: RouteWalk,
  { recorder, route, known, asked }: Visit,
  { host, answer: reply, isPlain }: { host: Visited; answer: Reply; isPlain: boolean },
): void {
  const { question } = reply;
  const what = `${question.method ?? 'GET'} ${question.path} on ${host.name}`;
  const way = Object.keys(question.headers ?? {}).join(', ');
  const leak =
    'fault' in reply
      ? `gave no answer: ${reply.fault}`
      : judgeVisit(reply, { sites: walk.sites, host, known, asked, isPlain });
  recorder.note(route.path, leak && `${what}${way && ` (${way})`} ${leak}`);
}

/** Two tenants with the very same page: one of them has the other's. */
function noteTwins({ recorder, route, known, asked }: Visit, hosts: Visited[], replies: Reply[]) {
  if (known.on !== 'tenant') return;
  const bodyOf = (owner: string) => {
    const reply = replies[hosts.findIndex((host) => host.owner === owner)];
    return reply && 'answer' in reply && reply.answer.status === 200 ? reply.answer.body : null;
  };
  const same = bodyOf('acme') !== null && bodyOf('acme') === bodyOf('globex');
  recorder.note(route.path, same ? `${asked.path} is the same at acme and globex` : null);
}

/** Asks a route handler which methods it has, and then each of them on a foreign host. */
async function askMethods(
  { ask, sites, rootHost }: RouteWalk,
  recorder: Recorder,
  route: BuiltRoute,
) {
  const known = caseOf(route.path) as RouteCase;
  const [own = ''] = sites.acme.hosts;
  const [asked] = known.asks(sites.acme, sites.globex);
  const host = known.on === 'root' ? rootHost : own;
  const { headers } = await ask({ host, path: asked?.path ?? '/', method: 'OPTIONS' });
  const methods = String(headers.allow ?? '').split(', ');
  const listed = methods
    .filter((one) => one !== 'OPTIONS')
    .sort()
    .join(', ');
  const expected = known.methods ?? '';
  recorder.note(
    route.path,
    listed === expected ? null : `is not covered: it has ${listed}, the case names ${expected}`,
  );
}
