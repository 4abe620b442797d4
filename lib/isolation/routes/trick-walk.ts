import { createRecorder, type WalkReport } from '../recorder';
import type { Ask, Question } from './ask';
import { flightHeaders, forgedHeaders } from './forged-headers';
import { findForeign } from './judge-answer';
import { pathTricks } from './path-tricks';
import type { Site, Sites } from './site';

interface TrickWalk {
  ask: Ask;
  sites: Sites;
  rootHost: string;
}

/** Pages whose answer a forged header might change, cached ones and others. */
const forgedAt = ['/', '/blog/hello-world', '/feed.xml', '/api/posts'];
const atOnce = 8;

/**
 * Each tenant's name in paths and headers, on the hosts of the other, of nobody and of the platform,
 * when the caches already hold what it would show.
 */
export async function walkTricks({ ask, sites, rootHost }: TrickWalk): Promise<WalkReport> {
  const recorder = createRecorder('routes/tricks');
  const { acme, globex, paused } = sites;
  const rounds: { item: string; at: string; foreign: Site[]; questions: Question[] }[] = [];
  for (const [here, there] of [[acme, globex], [globex, acme], [acme, paused]] as const) {
    const foreign = [acme, globex, paused].filter((site) => site !== here);
    for (const host of here.hosts.slice(0, 2)) {
      const tricks = [...pathTricks(there.slug), ...(there.domains[0] ? pathTricks(there.domains[0]) : [])];
      rounds.push({ item: 'paths', at: host, foreign, questions: tricks.flatMap((path) => inWays(host, path)) });
    }
    const [host = ''] = here.hosts;
    rounds.push({ item: 'headers', at: host, foreign, questions: withHeaders(host, there.slug) });
  }
  for (const host of [rootHost, 'nobody.test', paused.hosts[0] ?? '']) {
    const questions = pathTricks('acme').map((path) => ({ host, path }));
    rounds.push({ item: 'paths on hosts of no site', at: host, foreign: [acme, globex], questions });
  }
  for (const { item, foreign, questions, at } of rounds) {
    const namesArePublic = at === rootHost;
    await inBatches(questions, async (question) => {
      recorder.note(item, await judge(ask, question, foreign, namesArePublic));
    });
  }
  return recorder.report();
}

function inWays(host: string, path: string): Question[] {
  return [{}, flightHeaders[0]].map((headers) => ({ host, path, headers }));
}

function withHeaders(host: string, slug: string): Question[] {
  return forgedHeaders(slug).flatMap(([name, value]) =>
    forgedAt.flatMap((path) =>
      [{}, ...(path.includes('.') ? [] : [flightHeaders[0]])].map((headers) => ({
        host,
        path,
        headers: { ...headers, [name]: value },
      })),
    ),
  );
}

async function judge(
  ask: Ask,
  question: Question,
  foreign: Site[],
  namesArePublic: boolean,
): Promise<string | null> {
  const { host, path, headers = {} } = question;
  const way = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const what = `${path} on ${host}${way.length > 0 ? ` with ${way.join(', ')}` : ''}`;
  try {
    const answer = await ask(question);
    if (answer.status >= 500 && answer.status !== 503) return `${what} answered ${answer.status}`;
    const found = findForeign(question, answer, foreign, namesArePublic);
    return found && `${what} ${found}`;
  } catch (error) {
    return `${what} gave no answer: ${error instanceof Error ? error.message : error}`;
  }
}

async function inBatches<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += atOnce) {
    await Promise.all(items.slice(at, at + atOnce).map(work));
  }
}
