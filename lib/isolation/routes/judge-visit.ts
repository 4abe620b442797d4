import type { Answer, Question } from './ask';
import type { Visited } from './hosts';
import { findForeign } from './judge-answer';
import type { RouteAsk, RouteCase } from './route-cases';
import type { Site, Sites } from './site';

interface Visit {
  sites: Sites;
  host: Visited;
  known: RouteCase;
  asked: RouteAsk;
  /** Asked as a browser asks; the status holds for these only. */
  isPlain: boolean;
}

/** Says what is wrong with an answer, or null: nobody else's content, and one's own where it is due. */
export function judgeVisit(
  { question, answer }: { question: Question; answer: Answer },
  visit: Visit,
): string | null {
  const { sites, host, asked } = visit;
  const isDue = answer.status === asked.status || host.owner === 'paused';
  if (answer.status >= 500 && !(answer.status === 503 && isDue)) {
    return `answered ${answer.status}`;
  }
  // The platform's front page lists the demo, as anyone may know it.
  const namesArePublic = host.owner === 'root' && asked.path === '/';
  const found =
    findForeign(question, answer, foreignTo(sites, host), namesArePublic) ??
    findForeign(question, answer, hiddenAt(sites, host), true);
  if (found) return found;
  return visit.isPlain ? judgeStatus(answer, visit) : null;
}

function foreignTo({ acme, globex, paused }: Sites, { owner }: Visited): Site[] {
  const named: [string, Site][] = [
    ['acme', acme],
    ['globex', globex],
    ['paused', paused],
  ];
  return named.filter(([name]) => name !== owner).map(([, site]) => site);
}

/** A suspended tenant's host may say its name and nothing that it has written. */
function hiddenAt({ paused }: Sites, { owner }: Visited): Site[] {
  return owner === 'paused' ? [paused] : [];
}

function judgeStatus(answer: Answer, { sites, host, known, asked }: Visit): string | null {
  const { owner } = host;
  const isServed =
    known.on === 'everywhere' ||
    (known.on === 'root' && owner === 'root') ||
    (known.on === 'tenant' && (owner === 'acme' || owner === 'globex'));
  if (!isServed) return judgeRefusal(answer, host, known);
  const site = owner === 'globex' ? sites.globex : sites.acme;
  const other = site === sites.globex ? sites.acme : sites.globex;
  const own = known.asks(site, other).find(({ path }) => path === asked.path);
  // An address that only the other tenant has: it must not exist here.
  if (!own) return answer.status === 200 ? 'answered 200 to an address of the other tenant' : null;
  if (answer.status !== own.status) return `answered ${answer.status} instead of ${own.status}`;
  if (own.shows && !answer.body.includes(own.shows)) return `does not show its own "${own.shows}"`;
  return null;
}

function judgeRefusal(answer: Answer, { owner }: Visited, { on }: RouteCase): string | null {
  // On these hosts the same address may be another route's, which has a case of its own.
  if (on === 'root' || (owner === 'root' && on === 'tenant')) return null;
  return answer.status === 200 ? 'answered 200' : null;
}
