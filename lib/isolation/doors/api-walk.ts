import { hasPermission, type Permission } from '../../auth/permissions';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Answer, Question } from '../routes/ask';
import { inBatches } from '../routes/in-batches';
import { findForeign } from '../routes/judge-answer';
import { walkRoles } from '../world/add-people';
import { connect } from '../world/scratch-server';
import type { ApiOperation } from './api-document';
import { type ApiPlane, bodyOf, declaredRights, ownRecords, resourceOf } from './api-plane';
import { foreignRequests, requestOf } from './api-requests';
import { changedBetween, createDigester, type Digester } from './digest-tenants';
import type { DoorWorld } from './door-world';
import { openPlanes } from './open-planes';
import { withSpares } from './spare-records';
import { refusedAtRoot, refusedKeys, refusedVisitors, type Visitor } from './visitors';

interface Round {
  world: DoorWorld;
  plane: ApiPlane;
  recorder: Recorder;
  digester: Digester;
  rights: Map<string, Permission | 'public'>;
}

/**
 * Every operation that the API's own document tells of, on each tenant's host and on the root: as
 * everybody without the right, with the other tenant's ids wherever one fits, and with the own ones.
 */
export async function walkApi(
  given: DoorWorld,
  only: (id: string) => boolean = () => true,
): Promise<WalkReport> {
  const recorder = createRecorder('doors/api');
  const sql = connect(given.database.adminUrl);
  const world = await withSpares(given, sql);
  const { acme, globex } = world.sites;
  const digester = await createDigester(sql, { acme: acme.id, globex: globex.id });
  for (const plane of await openPlanes(world)) {
    const rights = declaredRights(plane.isRoot);
    const round = { world, plane, recorder, digester, rights };
    for (const id of rights.keys()) {
      const isTold = plane.document.operations.some((one) => one.id === id);
      recorder.note(itemOf(plane, id), isTold ? null : 'is not in the document');
    }
    for (const operation of plane.document.operations.filter(({ id }) => only(id))) {
      await tryOperation(round, operation);
    }
  }
  await sql.end({ timeout: 2 });
  return recorder.report();
}

function itemOf({ isRoot }: ApiPlane, id: string): string {
  return isRoot ? `platform ${id}` : id;
}

async function tryOperation(round: Round, operation: ApiOperation): Promise<void> {
  const { plane, recorder, digester, rights } = round;
  const item = itemOf(plane, operation.id);
  const resource = resourceOf(plane, operation);
  if (!rights.has(operation.id) || (operation.path.includes('{') && !resource)) {
    return recorder.uncovered(item, 'nobody knows whose right it needs and what its ids are');
  }
  const before = await digester.take();
  await refuse(round, operation, item);
  if (!plane.isRoot) await tryForeign(round, operation, item);
  const between = await digester.take();
  const changed = changedBetween(before, between);
  const what = `what was refused on ${plane.host} changed ${changed.join(', ')}`;
  recorder.note(item, changed.length > 0 ? what : null);
  await serveOwn(round, operation, item);
  const { other } = plane.side;
  const later = changedBetween(between, await digester.take());
  const reached = later.filter((one) => !plane.isRoot && one.endsWith(` of ${other}`));
  recorder.note(item, reached.length > 0 ? `the own call changed ${reached.join(', ')}` : null);
}

/** Everybody who has no business here, by token and by cookie, and cookies from other sites. */
async function refuse(round: Round, operation: ApiOperation, item: string): Promise<void> {
  const { plane, recorder, world, rights } = round;
  const { isRoot, side, host } = plane;
  const right = rights.get(operation.id) ?? 'public';
  if (operation.security === 'none') return;
  const visitors = isRoot
    ? await refusedAtRoot(world, side)
    : [...(await refusedVisitors(world, side)), ...refusedKeys(world, side)];
  const resource = resourceOf(plane, operation);
  const [record] = resource ? ownRecords(world, plane, resource) : [];
  const body = bodyOf(world, plane, operation);
  const from = { origin: `http://${host}` };
  const asked: Asker[] = [
    ...visitors
      .filter((one) => !mayAsk(right, one))
      .flatMap((visitor, at) => {
        const { who, bearer, cookie } = visitor;
        const byToken = { who: `${who}, by token`, headers: bearer, visitor };
        const byCookie = { who: `${who}, by cookie`, headers: { ...cookie, ...from }, visitor };
        // What changes something is tried with every cookie too.
        return operation.method !== 'GET' || at % 3 === 1 ? [byToken, byCookie] : [byToken];
      }),
    ...(await asEditor(round, right)),
    ...(await fromElsewhere(round, operation)),
  ];
  await inBatches(asked, async ({ who, headers, visitor }) => {
    const question = requestOf(plane, operation, { headers, id: record?.id, body });
    const answer = await world.ask(question);
    const isOpen = operation.security === 'optional' && visitor !== undefined;
    const fault = isOpen
      ? findForeign(question, answer, [side.foreign])
      : refusalFault(question, answer, [side.site, side.foreign]);
    recorder.note(item, fault && `${who} on ${host}: ${fault}`);
  });
}

interface Asker {
  who: string;
  headers: Record<string, string>;
  visitor?: Visitor;
}

function mayAsk(right: Permission | 'public', { who }: Visitor): boolean {
  return (
    right === 'account.use' &&
    (who === 'a member' || / signed in here$/.test(who) || /without (staff|the scope)/.test(who))
  );
}

async function asEditor({ world, plane, rights: _ }: Round, right: Permission | 'public') {
  const { isRoot, side } = plane;
  if (isRoot || right === 'public') return [];
  if (hasPermission({ ...walkRoles.editor, isSuperuser: false }, right)) return [];
  const { program } = world.people[side.name].editor;
  const headers = await world.keyring.bearer(side.site.id, program);
  return [{ who: 'an editor', headers }] satisfies Asker[];
}

/** The right person's cookie, sent by somebody else's page. */
async function fromElsewhere({ world, plane }: Round, { method }: ApiOperation): Promise<Asker[]> {
  if (method === 'GET') return [];
  const { isRoot, side } = plane;
  const people = world.people[side.name];
  const { browser } = isRoot ? people.root : people.owner;
  const cookie = await world.keyring.cookie(isRoot ? null : side.site.id, browser);
  const marks: Record<string, string>[] = [
    {},
    { origin: 'https://evil.test' },
    { origin: `http://${side.foreign.hosts[0]}` },
    { 'sec-fetch-site': 'same-site' },
  ];
  return marks.map((mark) => ({
    who: `its staff from ${JSON.stringify(mark)}`,
    headers: { ...cookie, ...mark },
  }));
}

function refusalFault(
  question: Question,
  answer: Answer,
  hidden: Parameters<typeof findForeign>[2],
): string | null {
  const isRefused = [401, 403, 404].includes(answer.status);
  const status = isRefused ? null : `answered ${answer.status}`;
  return status ?? findForeign(question, answer, hidden, true);
}

async function tryForeign(round: Round, operation: ApiOperation, item: string): Promise<void> {
  const { world, plane, recorder } = round;
  await inBatches(foreignRequests(world, plane, operation), async (request) => {
    const { about, question, allowed, isEmpty } = request;
    const answer = await world.ask(question);
    const found = findForeign(question, answer, [plane.side.foreign]);
    const status = allowed(answer.status) ? null : `answered ${answer.status}`;
    const rows = isEmpty && answer.status === 200 ? JSON.parse(answer.body).data?.length : 0;
    const fault = found ?? status ?? (rows > 0 ? `gave ${rows} rows` : null);
    recorder.note(item, fault && `${about} on ${plane.host}: ${fault}`);
  });
}

/** What is refused to others must work for who may: on one of the own records at least. */
async function serveOwn(round: Round, operation: ApiOperation, item: string): Promise<void> {
  const { world, plane, recorder } = round;
  const resource = resourceOf(plane, operation);
  const ids = resource ? ownRecords(world, plane, resource).map(({ id }) => id) : [];
  const tries = operation.path.includes('{id}') ? ids : [undefined];
  let last = 'there is no own record';
  for (const id of tries) {
    const body = bodyOf(world, plane, operation);
    const question = requestOf(plane, operation, { headers: plane.staff, id, body });
    const answer = await world.ask(question);
    if (answer.status < 300) return;
    last = `${answer.status} ${answer.body.slice(0, 160)}`;
  }
  recorder.note(item, `does not work for the staff of ${plane.host}: ${last}`);
}
