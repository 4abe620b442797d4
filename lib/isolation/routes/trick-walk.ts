import { createRecorder, type WalkReport } from '../recorder';
import type { Ask, Question } from './ask';
import { flightHeaders, forgedHeaders } from './forged-headers';
import { inBatches } from './in-batches';
import { findForeign } from './judge-answer';
import { pathTricks } from './path-tricks';
import type { Site, Sites } from './site';

interface TrickWalk {
  ask: Ask;
  sites: Sites;
  rootHost: string;
  /** Keeps to some of the paths, and to no headers. */
  only?: (path: string) => boolean;
}

/** Pages whose answer a forged header might change, cached ones and others. */
const forgedAt = ['/', '/blog/hello-world', '/feed.xml', '/api/posts'];

/**
 * Each tenant's name in paths and headers, on the hosts of the other, of nobody and of the platform,
 * when the caches already hold what it would show.
 */
export async function walkTricks({ ask, only, ...walk }: TrickWalk): Promise<WalkReport> {
  const recorder = createRecorder('routes/tricks');
  for (const { item, foreign, questions, namesArePublic } of roundsOf(walk)) {
    const asked = only ? questions.filter(({ path }) => item === 'paths' && only(path)) : questions;
    await inBatches(asked, async (question) => {
      recorder.note(item, await judge(ask, question, foreign, namesArePublic));
    });
  }
  return recorder.report();
}

interface Round {
  item: string;
  /** The tenants that may not show. */
  foreign: Site[];
  questions: Question[];
  namesArePublic?: boolean;
}

function roundsOf({ sites, rootHost }: Pick<TrickWalk, 'sites' | 'rootHost'>): Round[] {
  const { acme, globex, paused } = sites;
  const rounds: Round[] = [];
  for (const [here, there] of [
    [acme, globex],
    [globex, acme],
    [acme, paused],
  ] as const) {
    const foreign = [acme, globex, paused].filter((site) => site !== here);
    const [own = '', domain = ''] = here.hosts;
    const [name = ''] = there.domains;
    const paths = [...pathTricks(there.slug).flatMap((path) => inWays(own, path))];
    paths.push(...[...pathTricks(name)].map((path) => ({ host: domain, path })));
    rounds.push({ item: 'paths', foreign, questions: paths });
    rounds.push({ item: 'headers', foreign, questions: withHeaders(own, there.slug) });
  }
  for (const host of [rootHost, 'nobody.test', paused.hosts[0] ?? '']) {
    const questions = pathTricks('acme').map((path) => ({ host, path }));
    const namesArePublic = host === rootHost;
    rounds.push({ item: 'paths elsewhere', foreign: [acme, globex], questions, namesArePublic });
  }
  return rounds;
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
  namesArePublic?: boolean,
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
