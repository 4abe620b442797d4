import type { Sql } from 'postgres';
import { consoleRole } from '../../db/roles';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import { quoteName } from '../tables/relation';
import type { Tenants } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { consoleCases, consoleFunctions } from './console-cases';
import { type ConsoleRight, listConsoleFunctions, listConsoleRights } from './list-console-rights';
import { openSessions, type WalkSessions } from './open-sessions';

/**
 * The console's role, taken on by the application role in plain SQL: with every session but a live
 * one of a superuser on the root host nothing is seen and nothing is written, and with that one
 * nothing but what the console is for.
 */
export async function walkConsole(
  database: ScratchDatabase,
  tenants: Tenants,
): Promise<WalkReport> {
  const recorder = createRecorder('console');
  const admin = connect(database.adminUrl);
  const sessions = await openSessions(admin, tenants.acme.id);
  const rights = await listConsoleRights(admin);
  for (const name of await listConsoleFunctions(admin)) {
    if (consoleFunctions.includes(name)) recorder.note(name, null);
    else recorder.uncovered(name, 'the console may call it');
  }
  const app = connect(database.appUrl);
  const ids = { tenantId: tenants.globex.id, userId: sessions.superuserId };
  for (const right of rights) {
    for (const fault of faultsOf(right)) recorder.note(right.name, fault);
    const walk = { right, sessions, ids, recorder };
    if (consoleCases[right.name]?.isPersonal) await attackPersonal(app, admin, walk);
    await attack(app, walk);
  }
  await admin.end({ timeout: 2 });
  for (const name of Object.keys(consoleCases)) {
    const isThere = rights.some((right) => right.name === name);
    recorder.note(name, isThere ? null : 'has a case but the console has no right on it');
  }
  await app.end({ timeout: 2 });
  return recorder.report();
}

function faultsOf({ name, reads, inserts, updates, more }: ConsoleRight): string[] {
  const known = consoleCases[name];
  if (!known) return ['is not covered: the console has rights on it'];
  const open = (known.closed ?? []).filter((one) => reads.includes(one) || updates.includes(one));
  return [
    ...more
      .filter((privilege) => privilege !== 'DELETE' || !known.mayDelete)
      .map((privilege) => `the console has the privilege ${privilege}`),
    ...open.map((column) => `the console reads or changes ${column}`),
    ...(inserts.length > 0 && !known.insert ? ['is not covered: the console may insert'] : []),
  ];
}

interface Attack {
  right: ConsoleRight;
  sessions: WalkSessions;
  ids: { tenantId: string; userId: string };
  recorder: Recorder;
}

async function attack(app: Sql, { right, sessions, ids, recorder }: Attack): Promise<void> {
  const { name, reads, updates, more } = right;
  const [column, changed] = [reads[0], updates[0]];
  const select = column && `select ${quoteName(column)} from ${quoteName(name)}`;
  const update =
    changed && `update ${quoteName(name)} set ${quoteName(changed)} = ${quoteName(changed)}`;
  const insert = consoleCases[name]?.insert?.(ids);
  for (const [who, session] of Object.entries(sessions.dead)) {
    const note = (leak: string | null) => recorder.note(name, leak && `${who}: ${leak}`);
    if (select) note(rowsOf(await tryIt(app, session, select), 'come through'));
    if (update)
      note(rowsOf(await tryIt(app, session, `${update} returning 1`), 'could be changed'));
    if (insert) note(await mustBeDenied(app, session, insert));
    if (more.includes('DELETE'))
      note(rowsOf(await tryIt(app, session, `delete from ${quoteName(name)}`), 'could be deleted'));
  }
  if (select) {
    const outcome = await tryIt(app, sessions.live, select, false);
    recorder.note(name, rowsOf(outcome, 'come through without the role'));
    // Else the emptiness above would prove nothing.
    const seen = await tryIt(app, sessions.live, select);
    const isEmpty = 'rows' in seen && seen.rows === 0 && name !== 'platform.audit_log';
    recorder.note(name, isEmpty ? 'shows the console nothing' : faultOf(seen));
  }
}

/** Two superusers have a row each; one of them must neither see, change nor make the other's. */
async function attackPersonal(app: Sql, admin: Sql, walk: Attack): Promise<void> {
  const { right, sessions, ids, recorder } = walk;
  const name = quoteName(right.name);
  const insert = consoleCases[right.name]?.insert;
  const other = { ...ids, userId: sessions.otherSuperuserId };
  for (const whose of [ids, other]) await admin.unsafe(insert?.(whose) ?? '');
  const theirs = `where user_id = '${other.userId}'`;
  const note = (leak: string | null) =>
    recorder.note(right.name, leak && `another superuser: ${leak}`);
  for (const column of right.reads.slice(0, 1)) {
    const select = `select ${quoteName(column)} from ${name} ${theirs}`;
    note(rowsOf(await tryIt(app, sessions.live, select), 'come through'));
  }
  for (const column of right.updates.slice(0, 1)) {
    const update = `update ${name} set ${quoteName(column)} = ${quoteName(column)} ${theirs}`;
    note(rowsOf(await tryIt(app, sessions.live, update), 'could be changed'));
  }
  if (insert) note(await mustBeDenied(app, sessions.live, insert(other)));
}

type Outcome = { rows: number } | { code: string; message: string };

/** In a transaction that is undone, bound as the console binds. */
async function tryIt(app: Sql, session: string, statement: string, role = true): Promise<Outcome> {
  await app.unsafe('begin');
  try {
    if (role) await app`select set_config('role', ${consoleRole}, true)`;
    await app`select set_config('app.console_session', ${session}, true)`;
    return { rows: (await app.unsafe(statement)).count };
  } catch (error) {
    const { code, message } = error as Error & { code: string };
    return { code, message };
  } finally {
    await app.unsafe('rollback');
  }
}

function rowsOf(outcome: Outcome, what: string): string | null {
  if ('rows' in outcome) return outcome.rows === 0 ? null : `${outcome.rows} rows ${what}`;
  return faultOf(outcome);
}

/** A refusal is what is wanted; anything else was not really tried. */
function faultOf(outcome: Outcome): string | null {
  if ('rows' in outcome || outcome.code === '42501') return null;
  return `could not be tried: ${outcome.message}`;
}

async function mustBeDenied(app: Sql, session: string, insert: string): Promise<string | null> {
  const outcome = await tryIt(app, session, insert);
  return 'rows' in outcome ? 'a row could be inserted' : faultOf(outcome);
}
