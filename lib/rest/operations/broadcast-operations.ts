import { z } from '@hono/zod-openapi';
import { audienceSchema } from '../../notifications/audience';
import { longestBody, longestTitle } from '../../notifications/sending/broadcast-limits';
import { cancelBroadcast } from '../../notifications/sending/cancel-broadcast';
import { listSent, type SentItem } from '../../notifications/sending/list-sent';
import { previewAudience } from '../../notifications/sending/preview-audience';
import { readSent } from '../../notifications/sending/read-sent';
import { sendBroadcast } from '../../notifications/sending/send-broadcast';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const tag = 'Notifications';
const path = '/notifications/broadcast';
const sentPath = '/notifications/sent';
const time = z.iso.datetime();

const audience = audienceSchema.openapi('Audience', {
  description: 'Everybody, the members of a group, or some people by the ids of their accounts.',
});

const newBroadcast = z
  .strictObject({
    title: z.string().min(1).max(longestTitle),
    body: z.string().max(longestBody).openapi({ description: 'Plain text.' }),
    href: z.string().max(500).optional().openapi({ description: 'A path of the site.' }),
    audience,
    scheduledFor: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: 'Not before then; at once without it.' }),
  })
  .openapi('NewBroadcast');

const sent = z
  .object({
    ...{ id: z.uuid(), title: z.string(), body: z.string(), href: z.string() },
    senderName: z.string(),
    audience: z.record(z.string(), z.unknown()),
    audienceLabel: z.string(),
    status: z.enum(['scheduled', 'sending', 'sent', 'cancelled']),
    createdAt: time,
    scheduledFor: time.nullable(),
    sentAt: time.nullable(),
    expected: z.int().openapi({ description: 'How many it was for when it was written.' }),
    recipients: z.int().openapi({ description: 'How many have got it.' }),
    delivered: z.int().openapi({ description: 'Whose inbox has shown it.' }),
    read: z.int(),
  })
  .openapi('Broadcast');

const onItsWay = z.object({ id: z.uuid(), recipients: z.int() }).openapi('SentBroadcast');
const preview = z
  .object({ recipients: z.int(), names: z.array(z.string()) })
  .openapi('AudiencePreview');

/** Saying something to a tenant's people, and what has become of it (S1.29, D25). */
export const broadcastOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'listSentNotifications',
    method: 'get',
    path: sentPath,
    ...{ tag, summary: 'List what was sent', permission: 'notifications.read' as const },
    query: z.strictObject({
      cursor: z.string().max(60).optional().openapi({ description: '`next` of the page before.' }),
    }),
    answers: {
      200: {
        description: 'A page of them, newest first.',
        schema: z.object({ data: z.array(sent), next: z.string().nullable() }),
      },
    },
    example: { query: {} },
    run: async ({ ctx, query }) => {
      const { items, next } = await listSent(ctx, query);
      return { status: 200, body: { data: items, next } };
    },
  }),
  operation({
    id: 'getSentNotification',
    method: 'get',
    path: `${sentPath}/{id}`,
    ...{ tag, summary: 'See what has become of one', permission: 'notifications.read' as const },
    answers: { 200: { description: 'It, with its counts.', schema: sent } },
    run: ({ ctx, params }) => given(readSent(ctx, String(params.id))),
  }),
  operation({
    id: 'broadcastNotification',
    method: 'post',
    path,
    ...{ tag, summary: 'Send to members', permission: 'notifications.write' as const },
    description:
      'Who is an active member when it is sent gets it, once. People of other tenants are refused.',
    body: newBroadcast,
    problems: [409],
    answers: {
      201: tellsLocation({ description: 'It is on its way, or will be.', schema: onItsWay }),
    },
    example: { body: { title: 'Lunch', body: 'At noon.', audience: { all: true } } },
    run: async ({ ctx, body: { scheduledFor, ...body } }) => {
      const later = scheduledFor === undefined ? undefined : new Date(scheduledFor);
      const made = await sendBroadcast(ctx, { ...body, scheduledFor: later });
      return withLocation(ctx, `${sentPath}/${made.id}`, { status: 201, body: made });
    },
  }),
  operation({
    id: 'previewBroadcast',
    method: 'post',
    path: `${path}/preview`,
    ...{ tag, summary: 'See whom it would reach', permission: 'notifications.write' as const },
    description: 'Sends nothing.',
    body: z.strictObject({ audience }).openapi('BroadcastPreview'),
    answers: { 200: { description: 'How many, and some names.', schema: preview } },
    example: { body: { audience: { all: true } } },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await previewAudience(ctx, body.audience),
    }),
  }),
  operation({
    id: 'cancelSentNotification',
    method: 'post',
    path: `${sentPath}/{id}/cancel`,
    ...{ tag, summary: 'Cancel a scheduled one', permission: 'notifications.write' as const },
    problems: [409],
    answers: { 200: { description: 'It will not be sent.', schema: sent } },
    run: async ({ ctx, params }) => {
      await cancelBroadcast(ctx, String(params.id));
      return given(readSent(ctx, String(params.id)));
    },
  }),
];

async function given(item: Promise<SentItem>) {
  return { status: 200, body: await item };
}
