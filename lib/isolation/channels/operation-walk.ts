import { consumers } from '../../realtime/consumer/consumers';
import { connectOp } from '../../realtime/consumer/receive';
import { adminRoom } from '../../realtime/room-rights';
import { type DoorWorld, type Side, sidesOf } from '../doors/door-world';
import { keyAsPerson, refusedVisitors } from '../doors/visitors';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';

/** How one operation of pages is tried: its data, and whether it does anything to others at all. */
interface OperationPlan {
  data: unknown;
  /** It only takes away what is the caller's own, so that everybody who is known may ask. */
  isOwnAlone?: boolean;
}

const room = `${adminRoom}walked`;

const plans: Record<string, OperationPlan> = {
  [connectOp]: { data: null, isOwnAlone: true },
  'room.join': { data: { room } },
  'room.here': { data: { room } },
  'room.list': { data: { room } },
  'room.leave': { data: { room }, isOwnAlone: true },
};

/**
 * Every operation that pages may ask for, by its own staff, who must be answered, and by everybody who
 * has no right to it; for the other tenant; and after somebody of the other one was there, too. One
 * that a consumer declares and that has no plan fails.
 */
export async function walkOperations(world: DoorWorld): Promise<WalkReport> {
  const recorder = createRecorder('realtime/operations');
  const declared = [connectOp, ...consumers.flatMap(({ ops }) => Object.keys(ops))];
  for (const op of declared) {
    const plan = plans[op];
    if (!plan) {
      recorder.uncovered(op, 'no plan says with what it is tried');
      continue;
    }
    for (const side of sidesOf(world)) await tryOperation({ world, side, recorder, op, plan });
  }
  if (consumers.some(({ onReceive }) => onReceive)) {
    recorder.uncovered('onReceive', 'takes operations that nobody has listed');
  }
  return recorder.report();
}

interface Round {
  world: DoorWorld;
  side: Side;
  recorder: Recorder;
  op: string;
  plan: OperationPlan;
}

async function tryOperation(round: Round): Promise<void> {
  const { world, side, recorder, op, plan } = round;
  const { site, foreign, other } = side;
  const [own, theirs] = [world.people[side.name].owner, world.people[other].owner];
  const staff = await world.keyring.cookie(site.id, own.browser);
  const note = (leak: string | null) => recorder.note(op, leak && `${leak} at ${site.slug}`);

  const answer = await send(round, staff);
  note(answer.refusal ? `its own staff are refused (${answer.refusal}): nothing is proved` : null);
  note(answer.body.includes(theirs.browser.userId) ? 'tells of the other tenant’s people' : null);
  for (const name of [foreign.id, foreign.slug]) {
    const abroad = await send(round, staff, name);
    note(abroad.refusal ? null : `its own staff are answered for ${name}`);
  }
  const visitors = [...(await refusedVisitors(world, side)), keyAsPerson(world, side)];
  for (const { who, is, cookie } of visitors) {
    const { refusal, body } = await send(round, cookie);
    const isRefused = refusal !== null || (plan.isOwnAlone && is === 'without rights');
    note(isRefused ? null : `${who} is answered`);
    note(body.includes(own.browser.userId) ? `${who} is told who is there` : null);
  }
}

/** What came, and why nothing was done; null where something was. */
async function send(
  { world, side, op, plan }: Round,
  headers: Record<string, string>,
  forOrg?: string,
): Promise<{ refusal: string | null; body: string }> {
  const body = JSON.stringify({ op, for: forOrg, data: plan.data, socket_id: '4712.1' });
  const answer = await world.ask({
    ...{ host: side.host, path: '/api/realtime/op', method: 'POST', body },
    headers: {
      ...headers,
      origin: `http://${side.host}`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    },
  });
  if (answer.status !== 200) return { refusal: String(answer.status), body: answer.body };
  const { messages } = JSON.parse(answer.body) as { messages: { op: string; data: never }[] };
  const error = messages.find((message) => message.op === 'error');
  return { refusal: error ? JSON.stringify(error.data) : null, body: answer.body };
}
