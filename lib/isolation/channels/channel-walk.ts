import { channelKinds } from '../../realtime/channel-name';
import { type DoorWorld, type Side, sidesOf } from '../doors/door-world';
import { keyAsPerson, refusedVisitors, type Visitor } from '../doors/visitors';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import { connect } from '../world/scratch-server';
import { misspelt } from './misspelt';
import { type OwnNames, otherSocket, ownSocket, plantChannels } from './plant-channels';

interface Round {
  world: DoorWorld;
  side: Side;
  recorder: Recorder;
}

/**
 * Every kind of channel, asked for at the door that signs subscriptions: by its own people, who must
 * get it, by the other tenant's and by everybody else, who must not; with names of former epochs and
 * with names that nobody would write.
 */
export async function walkChannels(world: DoorWorld): Promise<WalkReport> {
  const recorder = createRecorder('realtime/channels');
  const sql = connect(world.database.adminUrl);
  const names = {
    acme: await plantChannels(sql, world.sites.acme),
    globex: await plantChannels(sql, world.sites.globex),
  };
  await sql.end({ timeout: 2 });
  for (const kind of channelKinds) {
    for (const side of sidesOf(world)) {
      const [own, theirs] = [names[side.name], names[side.other]];
      if (own[kind].length === 0) recorder.uncovered(kind, 'the walk knows no name of this kind');
      await walkKind({ world, side, recorder }, kind, own, theirs);
    }
  }
  return recorder.report();
}

async function walkKind(round: Round, kind: keyof OwnNames, own: OwnNames, theirs: OwnNames) {
  const { world, side, recorder } = round;
  const staff = await world.keyring.cookie(side.site.id, world.people[side.name].owner.browser);
  const granted = await askFor(round, staff, own[kind]);
  for (const name of own[kind]) {
    recorder.note(kind, granted.has(name) ? null : `its own ${name} is refused: nothing is proved`);
  }
  const foreign = kind === 'conn' ? [`private-conn-${otherSocket}`] : theirs[kind];
  const wrong = [...foreign, ...own[kind].flatMap(misspelt)];
  await refuse(round, { kind, who: 'its own staff', headers: staff, names: wrong });
  const visitors = [...(await refusedVisitors(world, side)), keyAsPerson(world, side)];
  for (const visitor of visitors) {
    const names = [...own[kind], ...foreign].filter((name) => !isTheirs(visitor, name));
    await refuse(round, { kind, who: visitor.who, headers: visitor.cookie, names });
  }
}

/** What members hear besides staff, and everybody who is signed in here of their own connection. */
function isTheirs({ who, is }: Visitor, name: string): boolean {
  if (is === 'nobody') return false;
  if (name === `private-conn-${ownSocket}`) return true;
  const isMember = who === 'a member' || who === 'an admin without staff rights';
  const isOfTenant = name.startsWith('private-org-') || name.startsWith('presence-org-');
  if (isMember && isOfTenant) return !name.includes('.admin.');
  // Whoever owns the other tenant and has signed in here is still who they are.
  return who === 'the other owner, signed in here' && name.startsWith('private-user-');
}

interface Asking {
  kind: string;
  who: string;
  headers: Record<string, string>;
  names: string[];
}

async function refuse(round: Round, { kind, who, headers, names }: Asking): Promise<void> {
  const granted = await askFor(round, headers, names);
  for (const name of names) {
    const leak = granted.has(name) ? `${who} at ${round.side.site.slug} may hear ${name}` : null;
    round.recorder.note(kind, leak);
  }
}

/** The names that were signed, of those asked for together and each by itself. */
async function askFor(
  { world, side }: Round,
  headers: Record<string, string>,
  names: string[],
): Promise<Set<string>> {
  const post = (body: string, type: string) =>
    world.ask({
      ...{ host: side.host, path: '/api/realtime/auth', method: 'POST', body },
      headers: {
        ...headers,
        origin: `http://${side.host}`,
        'content-type': type,
        'content-length': String(Buffer.byteLength(body)),
      },
    });
  const batch = JSON.stringify({ socket_id: ownSocket, channels: names });
  const answer = await post(batch, 'application/json');
  const together = answer.status === 200 ? JSON.parse(answer.body).channels : {};
  const granted = new Set(names.filter((name) => together[name]));
  for (const name of names) {
    const form = new URLSearchParams({ socket_id: ownSocket, channel_name: name });
    const one = await post(String(form), 'application/x-www-form-urlencoded');
    if (one.status === 200) granted.add(name);
  }
  return granted;
}
