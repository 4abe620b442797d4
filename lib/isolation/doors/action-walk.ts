import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Answer, Question } from '../routes/ask';
import { inBatches } from '../routes/in-batches';
import { findForeign } from '../routes/judge-answer';
import { emailOf } from '../world/add-people';
import { connect } from '../world/scratch-server';
import type { ActionCall, ActionPlan, Scene } from './action-plan';
import { actionPlans } from './action-plans';
import { postAction, postPlainForm, postValue } from './call-action';
import { changedBetween, createDigester, type Digester } from './digest-tenants';
import { type DoorWorld, sidesOf } from './door-world';
import { foreignOrigins } from './foreign-origins';
import { openSession } from './open-people';
import { supportCaller } from './support-caller';
import { keyAsPerson, refusedAtRoot, refusedVisitors } from './visitors';

const switchedOff = 'switched off';

interface Round {
  scene: Scene;
  digester: Digester;
  recorder: Recorder;
  name: string;
  id: string;
  plan: ActionPlan;
}

/**
 * Every server action of the build with a real call: made by everybody who must not, from other
 * sites with the right person's cookie, and by the own staff with ids of the other tenant, where no
 * row of anybody may change; and by the own staff with its own, where one must.
 */
export async function walkDoorActions(
  world: DoorWorld,
  only: (name: string) => boolean = () => true,
): Promise<WalkReport> {
  const recorder = createRecorder('doors/actions');
  const sql = connect(world.database.adminUrl);
  const { acme, globex } = world.sites;
  const digester = await createDigester(sql, { acme: acme.id, globex: globex.id });
  // A build lists them by a hash that differs each time; a restore needs a change before it.
  const order = Object.keys(actionPlans);
  const built = world.build.actions
    .filter(({ name }) => name !== null && only(name))
    .toSorted((a, b) => order.indexOf(a.name ?? '') - order.indexOf(b.name ?? ''));
  for (const { id, name } of built) {
    const plan = actionPlans[name ?? ''];
    if (!plan) {
      recorder.uncovered(name ?? '', 'no plan says how it is called and what it may do');
      continue;
    }
    for (const side of plan.on === 'root' ? sidesOf(world).slice(0, 1) : sidesOf(world)) {
      const scene = { world, side, sql };
      await tryAction({ scene, digester, recorder, name: name ?? '', id, plan });
    }
  }
  for (const name of Object.keys(actionPlans).filter(only)) {
    const isBuilt = built.some((action) => action.name === name);
    recorder.note(name, isBuilt ? null : 'has a plan but is not in the build');
  }
  await sql.end({ timeout: 2 });
  return recorder.report();
}

async function tryAction(round: Round): Promise<void> {
  const { scene, plan } = round;
  const { world, side } = scene;
  const isRoot = plan.on === 'root';
  const host = isRoot ? world.rootHost : side.host;
  const from = { origin: `http://${host}` };
  const realm = isRoot ? null : side.site.id;
  // An account lists sessions elsewhere, which an owner has: an editor has none.
  const role = plan.right === 'account' ? 'editor' : 'owner';
  const email = isRoot ? 'root@example.com' : emailOf(role, side.site);
  // A session of its own for each: some actions end theirs.
  const session =
    (await plan.session?.(scene)) ??
    (await openSession(scene.sql, { email, realm, kind: 'browser' }));
  const staff = await world.keyring.cookie(realm, session);
  const own = await plan.own(scene);
  if (plan.right !== 'public') {
    await inVain(round, 'refused', await asVisitors(scene, plan, host), own);
  }
  const abroad = foreignOrigins(side).map(([who, marks]) => ({
    ...{ who, host, headers: { ...staff, ...marks } },
  }));
  await inVain(round, 'from another site', abroad, own);
  const elsewhere = isRoot ? side.host : world.rootHost;
  const lost = {
    who: 'its staff',
    host: elsewhere,
    headers: { ...staff, origin: `http://${elsewhere}` },
  };
  await inVain(round, 'on the other plane', [lost], own);
  const owner = { who: 'its staff', host, headers: { ...staff, ...from } };
  const support = isRoot ? null : await supportCaller(scene, round.name);
  if (support) await inVain(round, 'on somebody’s behalf', [support], own);
  if (plan.foreign) await inVain(round, 'foreign ids', [owner], await plan.foreign(scene));
  if (plan.isOff) await inVain(round, switchedOff, [owner], own);
  else await forReal(round, owner, own);
  await plan.after?.(scene);
}

interface Caller {
  who: string;
  host: string;
  headers: Record<string, string>;
}

async function asVisitors({ world, side }: Scene, { on, right }: ActionPlan, host: string) {
  const isRoot = on === 'root';
  const all = await (isRoot ? refusedAtRoot(world, side) : refusedVisitors(world, side));
  const refused = [...all, keyAsPerson(world, side)].filter(
    ({ is }) => is === 'nobody' || right === 'staff',
  );
  const headersOf = (cookie: Record<string, string>) => ({ ...cookie, origin: `http://${host}` });
  return refused.map(({ who, cookie }) => ({ who, host, headers: headersOf(cookie) }));
}

/** Calls that must do nothing and tell nothing, whatever they are answered with. */
async function inVain(round: Round, way: string, callers: Caller[], calls: ActionCall[]) {
  const { scene, digester, recorder, name, plan } = round;
  const { world, side } = scene;
  if (calls.length === 0 || callers.length === 0) return;
  const before = await digester.take();
  // The other tenant may be told of its own; nobody is told anything where they must not even ask.
  const isAllowed = ['foreign ids', 'on somebody’s behalf', switchedOff].includes(way);
  const hidden = !isAllowed ? [side.site, side.foreign] : plan.on === 'root' ? [] : [side.foreign];
  const each = callers.flatMap((caller, turn) =>
    inTurn(onceEach(calls), isAllowed ? null : turn).flatMap((call, at) =>
      questionsOf(round, caller, call)
        .slice(0, at === 0 ? 2 : 1)
        .map((question) => ({ caller, call, question })),
    ),
  );
  await inBatches(each, async ({ caller, call, question }) => {
    const answer = await world.ask(question);
    const found = findForeign(question, answer, hidden, !isAllowed);
    const told = found ?? (call.isRead && !isAllowed ? tellsOf(call, answer) : null);
    recorder.note(name, told && `${caller.who}, ${call.about}: ${told}`);
  });
  const changed = changedBetween(before, await digester.take());
  const what = calls.map(({ about }) => about).join(', ');
  const fault = `${way} (${what}) on ${side.site.slug} changed ${changed.join(', ')}`;
  recorder.note(name, changed.length > 0 ? fault : null);
}

/** Calls that must work, else all the refusals prove nothing. The same one twice: once is enough. */
async function forReal(round: Round, caller: Caller, calls: ActionCall[]): Promise<void> {
  const { scene, digester, recorder, name, plan } = round;
  const { world, side } = scene;
  const failed = new Map<string, string>();
  const done = new Set<string>();
  let before = await digester.take();
  for (const call of calls) {
    const [question] = questionsOf(round, caller, call) as [Question];
    const answer = await world.ask(question);
    const after = await digester.take();
    const changed = changedBetween(before, after);
    before = after;
    const foreign = changed.filter((item) => item.endsWith(` of ${side.other}`));
    const reached = foreign.length > 0 ? `changed ${foreign.join(', ')}` : null;
    const leak =
      reached ?? (plan.on === 'root' ? null : findForeign(question, answer, [side.foreign]));
    recorder.note(name, leak && `its staff, ${call.about} on ${side.site.slug}: ${leak}`);
    const isDone = call.isRead ? tellsOf(call, answer) !== null : changed.length > 0;
    if (isDone) done.add(call.about);
    else failed.set(call.about, `${answer.status}: ${answer.body.slice(0, 200)}`);
  }
  for (const [about, answer] of failed) {
    const fault = `its staff, ${about} on ${side.site.slug}: does nothing (${answer})`;
    recorder.note(name, done.has(about) ? null : fault);
  }
}

function tellsOf({ shows }: ActionCall, { status, body }: Answer): string | null {
  return shows !== undefined && status === 200 && body.includes(shows) ? `shows ${shows}` : null;
}

/** Three calls for each who must not make any: all of them are made by some. */
function inTurn(calls: ActionCall[], turn: number | null): ActionCall[] {
  if (turn === null || calls.length <= 3) return calls;
  return [0, 1, 2].map((at) => calls[(turn * 3 + at) % calls.length] as ActionCall);
}

function onceEach(calls: ActionCall[]): ActionCall[] {
  return [...new Map(calls.map((call) => [call.about, call])).values()];
}

/** By script, and forms also without. */
function questionsOf({ id }: Round, caller: Caller, { input, cookie }: ActionCall): Question[] {
  const { host } = caller;
  const cookies = [caller.headers.cookie, cookie].filter(Boolean).join('; ');
  const headers = cookies ? { ...caller.headers, cookie: cookies } : caller.headers;
  if ('value' in input) return [postValue({ host, id, headers, value: input.value })];
  const call = { host, id, headers, fields: input.fields };
  return [postAction(call), postPlainForm(call)];
}
