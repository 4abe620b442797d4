import { z } from '@hono/zod-openapi';
import type { Viewer } from '../../auth/viewer';
import { issueConnectionTicket } from '../../realtime/ticket';
import { type Operation, operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const ticket = z
  .object({
    ticket: z.string().openapi({ description: 'Good once, at this tenant.' }),
    seconds: z.int().openapi({ description: 'For how long.' }),
  })
  .openapi('ConnectionTicket');

/** What programs need to listen: see docs/realtime.md. */
export const realtimeOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'createConnectionTicket',
    method: 'post',
    path: '/realtime/tickets',
    tag: 'Account',
    summary: 'Get a ticket for one realtime connection',
    description: 'Spend it at `POST /api/realtime/connect` with the `socket_id` of the connection.',
    permission: 'account.use',
    answers: { 201: { description: 'A ticket.', schema: ticket } },
    example: {},
    run: async ({ ctx }) => ({
      status: 201,
      body: await issueConnectionTicket(ctx.tenant, ctx.viewer as Viewer),
    }),
  }),
];
