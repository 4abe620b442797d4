import { randomUUID } from 'node:crypto';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Answer } from '../routes/ask';
import { type DoorWorld, type Side, sidesOf } from './door-world';
import { keyAsPerson, refusedVisitors } from './visitors';

type Headers = Record<string, string>;

interface Round {
  world: DoorWorld;
  side: Side;
  recorder: Recorder;
}

/** What is there to ask for, on either side. */
interface Rows {
  post: string;
  author: string;
  authorName: string;
  comment: string;
}

/**
 * The routes of a site's own pages that take ids of its content: imports, comments, and previews. By
 * who may use them, which must work; with ids of the other tenant, and by everybody else, in vain.
 */
export async function walkContent(world: DoorWorld): Promise<WalkReport> {
  const recorder = createRecorder('doors/content');
  for (const side of sidesOf(world)) {
    const [own, theirs] = [rowsOf(world, side.name), rowsOf(world, side.other)];
    if (!own || !theirs) {
      recorder.uncovered(side.site.slug, 'it has no post, author or comment to ask for');
      continue;
    }
    const round = { world, side, recorder };
    await tryImport(round, own, theirs);
    await tryComments(round, own, theirs);
    await tryPreview(round, own, theirs);
  }
  return recorder.report();
}

async function tryImport(round: Round, own: Rows, theirs: Rows): Promise<void> {
  const { side } = round;
  const text = (more = '') => `---\ntitle: Walked\nslug: only-${side.foreign.word}\n${more}---\n`;
  const batch = (authorId: string | null, more?: string) => ({
    ...{ dryRun: true, onConflict: 'replace', authorId },
    items: [{ name: 'w.md', text: text(more) }],
  });
  const send = (body: object, headers: Record<string, string>) =>
    post(round, '/api/posts/import', body, headers);
  const note = noterOf(round, '/api/posts/import');
  const staff = await cookieOf(round, 'owner');
  const mine = await send(batch(own.author), staff);
  // The other tenant has a post with this slug: here it is a new one.
  note(mine, [200], 'its own staff', '"outcome":"new"');
  note(await send(batch(theirs.author), staff), [400], 'a foreign author');
  const named = await send(batch(null, `author: ${JSON.stringify(theirs.authorName)}\n`), staff);
  note(named, [200], 'a foreign author by name', '"outcome":"refused"');
  note(await send(batch(own.author), { ...staff, ...evil }), [403], 'another site’s page');
  for (const { who, cookie } of await everybodyElse(round)) {
    note(await send(batch(own.author), cookie), [401, 403, 404], who);
  }
}

async function tryComments(round: Round, own: Rows, theirs: Rows): Promise<void> {
  const { world, side } = round;
  const note = noterOf(round, '/api/comments');
  const member = await cookieOf(round, 'member');
  const say = (postId: string, parentId: string | null, headers: Headers = member) =>
    post(round, '/api/comments', { postId, parentId, body: 'Walked', once: randomUUID() }, headers);
  note(await say(own.post, null), [201], 'a member');
  note(await say(theirs.post, null), [404], 'a foreign post');
  note(await say(own.post, theirs.comment), [404], 'a foreign comment to answer');
  note(await say(own.post, null, { ...member, ...evil }), [403], 'another site’s page');
  note(await say(own.post, null, {}), [401, 403], 'nobody');
  const host = side.host;
  const foreign = `/api/comments/${theirs.comment}`;
  const origin = `http://${host}`;
  const gone = { host, path: foreign, method: 'DELETE', headers: { ...member, origin } };
  note(await world.ask(gone), [404], 'a foreign comment to delete');
  for (const path of [
    `/api/comments?post=${theirs.post}`,
    `/api/comments?own&post=${theirs.post}`,
  ]) {
    note(await world.ask({ host, path, headers: member }), [404], path);
  }
}

async function tryPreview(round: Round, own: Rows, theirs: Rows): Promise<void> {
  const { world, side } = round;
  const note = noterOf(round, '/preview');
  const host = side.host;
  const headers = await cookieOf(round, 'owner');
  const made = await world.ask({ host, path: `/admin/posts/${own.post}/preview`, headers });
  const path = String(made.headers.location ?? '');
  note(await world.ask({ host, path }), [200], 'who has the address', side.site.word);
  const elsewhere = world.sites[side.other].hosts[0] ?? '';
  note(await world.ask({ host: elsewhere, path }), [404], 'the same address at the other tenant');
  const foreign = await world.ask({ host, path: `/admin/posts/${theirs.post}/preview`, headers });
  note(foreign, [404], 'a foreign post');
}

const evil = { origin: 'https://evil.test' };

function noterOf({ side, recorder }: Round, about: string) {
  return ({ status, body }: Answer, expected: number[], who: string, shows?: string) => {
    const at = `for ${who} at ${side.site.slug}`;
    if (!expected.includes(status)) return recorder.note(about, `answers ${status} ${at}`);
    const isShown = shows === undefined || body.includes(shows);
    recorder.note(about, isShown ? null : `shows nothing of “${shows}” ${at}`);
    const told = [...side.foreign.ids].find((id) => body.includes(id));
    recorder.note(about, told ? `tells ${told} of the other tenant ${at}` : null);
  };
}

function post({ world, side }: Round, path: string, json: object, headers: Record<string, string>) {
  const body = JSON.stringify(json);
  const type = { 'content-type': 'application/json' };
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const origin = { origin: `http://${side.host}` };
  const own = { host: side.host, path, method: 'POST', body };
  return world.ask({ ...own, headers: { ...origin, ...headers, ...type, ...length } });
}

function cookieOf({ world, side }: Round, who: 'owner' | 'member') {
  return world.keyring.cookie(side.site.id, world.people[side.name][who].browser);
}

async function everybodyElse({ world, side }: Round) {
  return [...(await refusedVisitors(world, side)), keyAsPerson(world, side)];
}

function rowsOf({ records }: DoorWorld, name: Side['name']): Rows | null {
  const { posts = [], authors = [], comments = [] } = records[name];
  const diary = posts.find(({ label, isTrashed }) => !isTrashed && / diary .* 0$/.test(label));
  const writer = authors.find(({ label }) => label.startsWith('Writer of'));
  const [comment] = comments;
  if (!diary || !writer || !comment) return null;
  return { post: diary.id, author: writer.id, authorName: writer.label, comment: comment.id };
}
