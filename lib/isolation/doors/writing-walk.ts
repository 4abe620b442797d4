import { randomUUID } from 'node:crypto';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import { type DoorWorld, type Side, sidesOf } from './door-world';
import { keyAsPerson, refusedVisitors } from './visitors';

type Way = 'editing' | 'autosave';

/** One page for the whole walk: only the one that took the pen may save. */
const tab = randomUUID();

interface Round {
  world: DoorWorld;
  side: Side;
  recorder: Recorder;
}

/**
 * What the editor sends while somebody writes: by the own staff at a post of theirs, which must work,
 * at one of the other tenant's, and by everybody who has no right to write.
 */
export async function walkWriting(world: DoorWorld): Promise<WalkReport> {
  const recorder = createRecorder('doors/writing');
  for (const side of sidesOf(world)) {
    for (const way of ['editing', 'autosave'] as const) {
      await tryWay({ world, side, recorder }, way);
    }
  }
  return recorder.report();
}

async function tryWay(round: Round, way: Way): Promise<void> {
  const { world, side, recorder } = round;
  const { name, other, site } = side;
  const own = draftOf(world, name);
  const theirs = draftOf(world, other);
  const note = (fault: string | null) => recorder.note(way, fault && `${fault} at ${site.slug}`);
  if (!own || !theirs) return recorder.uncovered(way, 'there is no post to write at');
  const staff = await world.keyring.cookie(site.id, world.people[name].owner.browser);
  const ask = (post: string, headers: Record<string, string>) => send(round, way, post, headers);

  const answer = await ask(own, staff);
  note(answer.status === 200 ? null : `its own staff are answered ${answer.status}`);
  const abroad = await ask(theirs, staff);
  note(
    abroad.status === 404 ? null : `its own staff are answered ${abroad.status} for a foreign post`,
  );
  const elsewhere = await ask(own, { ...staff, origin: 'https://evil.test' });
  note(elsewhere.status === 403 ? null : `another site's page is answered ${elsewhere.status}`);
  const visitors = [...(await refusedVisitors(world, side)), keyAsPerson(world, side)];
  for (const { who, cookie } of visitors) {
    const { status } = await ask(own, cookie);
    note([401, 403, 404].includes(status) ? null : `${who} is answered ${status}`);
  }
}

function draftOf({ records }: DoorWorld, name: Side['name']): string | undefined {
  return records[name].posts?.[0]?.id;
}

function send(
  { world, side }: Round,
  way: Way,
  post: string,
  headers: Record<string, string>,
): Promise<{ status: number }> {
  const own = { host: side.host, path: `/api/${way}`, method: 'POST' };
  const origin = `http://${side.host}`;
  const { body, type } =
    way === 'editing'
      ? { body: JSON.stringify({ post, tab, want: 'take' }), type: 'application/json' }
      : form({ _id: post, _tab: tab, _once: tab, _version: '', description: 'Walked' });
  const length = String(Buffer.byteLength(body));
  const asked = { origin, ...headers, 'content-type': type, 'content-length': length };
  return world.ask({ ...own, body, headers: asked });
}

function form(fields: Record<string, string>) {
  const boundary = '----walk';
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const type = `multipart/form-data; boundary=${boundary}`;
  return { body: `${parts.join('')}--${boundary}--\r\n`, type };
}
