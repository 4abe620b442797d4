import { z } from 'zod';
import type { MemberContext } from '../../auth/viewer';
import { AppError, InvalidInput } from '../../errors';
import { log } from '../../log';
import { socketIdShape } from '../channel-name';
import { channelSession } from './channel-session';
import type { Consumer, ConsumerContext, Received } from './consumer';
import { findConsumer } from './find-consumer';
import { type ClientMessage, createMultiplexer } from './multiplexer';

/** The operation by which faults are answered. */
export const errorOp = 'error';

/** What a page sends first, once its connection stands. */
export const connectOp = 'connect';

const envelope = z.object({
  op: z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/, 'Small letters, digits, dots and hyphens.'),
  /** Id or slug of the tenant it is for; the tenant of the host without it. */
  for: z.string().max(100).optional(),
  data: z.unknown().default(null),
  socket_id: z.string().regex(socketIdShape, 'That is no connection.'),
});

/**
 * Runs one message of a client: finds its operation, checks its data, calls the consumer. Whatever is
 * wrong with it is answered by an operation `error`; the connection stays (S0.18).
 *
 * @param body - what was sent, unchecked.
 * @returns the operations for the sender, in order.
 */
export async function receive(
  ctx: MemberContext,
  body: unknown,
  consumers: readonly Consumer[],
  params: Record<string, string> = {},
): Promise<ClientMessage[]> {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return [fault('bad_input', z.flattenError(parsed.error).fieldErrors)];
  const { op, socket_id: socketId, for: forOrg, data } = parsed.data;
  const { id, slug } = ctx.tenant;
  if (forOrg && forOrg !== id && forOrg !== slug) {
    return [
      fault(
        'forbidden',
        { for: ['This is the address of another tenant. Send it from its own.'] },
        op,
      ),
    ];
  }
  if (!ctx.viewer.membership) return [fault('forbidden', {}, op)];
  const multiplexer = createMultiplexer(socketId);
  const context: ConsumerContext = {
    ...ctx,
    user: ctx.viewer,
    httpSession: { id: ctx.viewer.sessionId },
    channelSession: channelSession(ctx, socketId),
    ...{ socketId, params, multiplexer },
  };
  const received = { ctx: context, user: ctx.viewer, op, forOrg: id, data, multiplexer };
  const error = await run(received, consumers);
  const messages = multiplexer.finish();
  return error ? [...messages, error] : messages;
}

async function run(
  received: Received,
  consumers: readonly Consumer[],
): Promise<ClientMessage | null> {
  const { op, data } = received;
  if (op === connectOp) return connect(received.ctx, consumers);
  const consumer = findConsumer(op, consumers);
  if (!consumer) return fault('not_found', { op: ['There is no such operation.'] }, op);
  const operation = Object.hasOwn(consumer.ops, op) ? consumer.ops[op] : undefined;
  const parsed = operation?.data.safeParse(data);
  if (parsed && !parsed.success) {
    return fault('bad_input', z.flattenError(parsed.error).fieldErrors, op);
  }
  try {
    if (operation) await operation.run({ ...received, data: parsed?.data });
    else await consumer.onReceive?.(received);
    return null;
  } catch (error) {
    return faultOf(error, received);
  }
}

/** A page tells that it is there. Its session begins, so that its end will be told, too. */
async function connect(
  ctx: ConsumerContext,
  consumers: readonly Consumer[],
): Promise<ClientMessage | null> {
  const isNew = (await ctx.channelSession.get('connectedAt')) === undefined;
  if (!isNew) return null;
  await ctx.channelSession.set('connectedAt', new Date().toISOString());
  for (const { onConnect } of consumers) await onConnect?.(ctx, ctx.multiplexer);
  return null;
}

function faultOf(error: unknown, { op, ctx }: Received): ClientMessage {
  if (error instanceof InvalidInput) return fault(error.code, error.fields, op, error.message);
  if (error instanceof AppError) return fault(error.code, {}, op, error.message);
  log.error({ event: 'operation.failed', op, requestId: ctx.requestId, err: error }, 'failed');
  return fault('internal', {}, op, 'Something went wrong on our side.');
}

function fault(code: string, fields: unknown, op?: string, message?: string): ClientMessage {
  return { op: errorOp, data: { code, op: op ?? null, fields, message: message ?? null } };
}
