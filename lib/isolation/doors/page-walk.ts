import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Answer, Question } from '../routes/ask';
import { inBatches } from '../routes/in-batches';
import { findForeign } from '../routes/judge-answer';
import type { Site } from '../routes/site';
import { type DoorWorld, type Side, sidesOf } from './door-world';
import { type DoorAddress, expandRoute, isGuarded } from './expand-route';
import { tellingRecords } from './read-records';
import { keyAsPerson, refusedAtRoot, refusedVisitors, type Visitor } from './visitors';

/** Keeps the walk to some addresses: for saboteurs. */
type Only = (address: DoorAddress) => boolean;

interface Round {
  world: DoorWorld;
  recorder: Recorder;
  pattern: string;
}

/**
 * Every page and route behind sign-in, for every resource, as everybody who must not see it, and as
 * the own staff with ids of the other tenant and with its own.
 */
export async function walkPages(world: DoorWorld, only: Only = () => true): Promise<WalkReport> {
  const recorder = createRecorder('doors/pages');
  const patterns = world.build.routes.map(({ path }) => path).filter(isGuarded);
  for (const pattern of patterns) {
    const addresses = expandRoute(pattern);
    if (!addresses) {
      recorder.uncovered(pattern, 'nobody knows which addresses it has');
      continue;
    }
    const round = { world, recorder, pattern };
    const tried = addresses.filter(only);
    if (pattern.startsWith('/[tenant]')) await walkTenantPages(round, tried);
    else await walkRootPages(round, tried);
  }
  return recorder.report();
}

async function walkTenantPages(round: Round, addresses: DoorAddress[]): Promise<void> {
  const { world, recorder, pattern } = round;
  for (const side of sidesOf(world)) {
    const { host, site, foreign } = side;
    const everybody = [...(await refusedVisitors(world, side)), keyAsPerson(world, side)];
    const refused = everybody.filter((one) => isKeptOut(pattern, one));
    // An account lists sessions elsewhere: of somebody who has none.
    const { owner, editor } = world.people[side.name];
    const person = isAccount(pattern) ? editor : owner;
    const staff = await world.keyring.cookie(site.id, person.browser);
    const shown = await inBatches(addresses, async (address) => {
      const ids = idsOf(world, side, address);
      const path = address.path.replace('{id}', ids.own);
      const hidden = [site, foreign];
      await refuse(round, { refused: chosen(refused, addresses, address), host, path, hidden });
      for (const id of ids.foreign) {
        const question = { host, path: address.path.replace('{id}', id), headers: staff };
        const answer = await world.ask(question);
        const status = answer.status === 404 ? null : `answered ${answer.status}`;
        const fault = status ?? findForeign(question, answer, [foreign]);
        recorder.note(pattern, fault && `${question.path} for staff of ${site.slug} ${fault}`);
      }
      const question = { host, path, headers: staff };
      const answer = await world.ask(question);
      const leak = findForeign(question, answer, [foreign]);
      recorder.note(pattern, leak && `${path} for staff of ${site.slug} ${leak}`);
      return showsOwn(world, side, address, answer);
    });
    noteOwn(round, { addresses, shown, who: `the staff of ${site.slug}` });
  }
}

async function walkRootPages(round: Round, addresses: DoorAddress[]): Promise<void> {
  const { world, recorder, pattern } = round;
  const { acme, globex } = world.sites;
  const host = world.rootHost;
  const [side] = sidesOf(world);
  const everybody = await refusedAtRoot(world, side as Side);
  const refused = everybody.filter((one) => isKeptOut(pattern, one));
  const staff = await world.keyring.cookie(null, world.people.acme.root.browser);
  const shown = await inBatches(addresses, async (address) => {
    const [record] = world.records.platform[address.resource?.name ?? ''] ?? [];
    const own = address.resource?.name === 'tenants' ? acme.id : record?.id;
    const path = address.path.replace('{id}', own ?? '');
    const hidden = [acme, globex];
    await refuse(round, { refused: chosen(refused, addresses, address), host, path, hidden });
    const { status } = await world.ask({ host, path, headers: staff });
    if (status >= 500) recorder.note(pattern, `${path} answered the superuser ${status}`);
    return status < 400;
  });
  noteOwn(round, { addresses, shown, who: 'the superuser' });
}

/** Anybody who is known may use an account. */
function isKeptOut(pattern: string, { is }: Visitor): boolean {
  return is === 'nobody' || !isAccount(pattern);
}

function isAccount(pattern: string): boolean {
  return /^(\/\[tenant\])?\/(account|notifications)(\/|$)/.test(pattern);
}

/** Everybody at a pattern's first address; at the others two of them, in turn: the door is the same. */
function chosen(refused: Visitor[], addresses: DoorAddress[], address: DoorAddress): Visitor[] {
  const at = addresses.indexOf(address);
  if (at === 0) return refused;
  const last = refused.filter(({ is }) => is === 'without rights');
  const first = refused.filter(({ is }) => is === 'nobody');
  const turn = [first[at % first.length], last[at % Math.max(last.length, 1)]];
  return turn.filter((one) => one !== undefined);
}

interface Refused {
  refused: Visitor[];
  host: string;
  path: string;
  hidden: Site[];
}

async function refuse(
  { world, recorder, pattern }: Round,
  { refused, host, path, hidden }: Refused,
) {
  for (const visitor of refused) {
    const isTwice = !/\.(csv|zip)$/.test(pattern) && /^(nobody|a member)$/.test(visitor.who);
    for (const isFlight of isTwice ? [false, true] : [false]) {
      const flight: Record<string, string> = isFlight ? { rsc: '1' } : {};
      // Next leads every other form of this address to this one.
      const address = isFlight ? `${path}?_rsc` : path;
      const question = { host, path: address, headers: { ...visitor.cookie, ...flight } };
      const answer = await world.ask(question);
      recorder.note(pattern, refusalFault(question, { visitor, answer, hidden }));
    }
  }
}

function idsOf({ records }: DoorWorld, { name, other }: Side, { resource, hasId }: DoorAddress) {
  if (!resource || !hasId) return { own: '', foreign: [] };
  const [own, theirs] = [records[name][resource.name] ?? [], records[other][resource.name] ?? []];
  const telling = tellingRecords(own, theirs);
  const foreign = tellingRecords(theirs, own).slice(0, 1);
  return { own: telling[0]?.id ?? 'none', foreign: foreign.map(({ id }) => id) };
}

interface Refusal {
  visitor: Visitor;
  answer: Answer;
  hidden: Site[];
}

/** To the login, or told that there is nothing; and nothing of anybody in it. */
function refusalFault(question: Question, { visitor, answer, hidden }: Refusal): string | null {
  const { is, who } = visitor;
  const { status, headers } = answer;
  const isFlight = 'rsc' in (question.headers ?? {});
  const expected = is === 'nobody' ? [307, 303, 401] : [404];
  const isRefused = expected.includes(status) || (isFlight && status === 200);
  const goesTo = String(headers.location ?? '/login');
  const fault =
    (isRefused ? null : `answered ${status}`) ??
    (goesTo.includes('/login') ? null : `leads to ${goesTo}`) ??
    findForeign(question, answer, hidden, true);
  return (
    fault && `${question.path} on ${question.host} for ${who}${isFlight ? ' (rsc)' : ''} ${fault}`
  );
}

/** Its own records, or where it is about none its own name. */
function showsOwn(
  { records, sites }: DoorWorld,
  { name }: Side,
  { resource, isRest }: DoorAddress,
  { status, body, headers }: Answer,
): boolean {
  if (isRest) return status !== 404;
  // It makes the address of a preview, which shows the post.
  if (status === 303) return /^\/preview\//.test(String(headers.location));
  if (status !== 200) return false;
  const labels = (resource ? records[name][resource.name] : []) ?? [];
  const words = [...labels.map(({ label }) => label), sites[name].name];
  return words.some((word) => body.includes(word));
}

/** Refusing everything would pass all the rest. */
function noteOwn(
  { recorder, pattern }: Round,
  { addresses, shown, who }: { addresses: DoorAddress[]; shown: boolean[]; who: string },
): void {
  for (const [at, { path, isRest, isMain }] of addresses.entries()) {
    if (isRest) recorder.note(pattern, shown[at] ? `${path} is there for ${who}` : null);
    else if (isMain) recorder.note(pattern, shown[at] ? null : `${path} shows ${who} nothing`);
  }
  const isShown = addresses.length === 0 || addresses[0]?.isRest || shown.some(Boolean);
  recorder.note(pattern, isShown ? null : `shows ${who} nothing of any resource`);
}
