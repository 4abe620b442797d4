import { z } from '@hono/zod-openapi';
import { countUnread } from '../../notifications/inbox/count-unread';
import { listInbox } from '../../notifications/inbox/list-inbox';
import { markAllRead, markRead, markUnread } from '../../notifications/inbox/mark-read';
import { kindNames, mailWays } from '../../notifications/kinds';
import { readPreferences } from '../../notifications/preferences/read-preferences';
import {
  preferenceChanges,
  writePreferences,
} from '../../notifications/preferences/write-preferences';
import { type Operation, operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const tag = 'Notifications';
const path = '/notifications';
const permission = 'account.use' as const;
const time = z.iso.datetime();
const place = z.string().regex(/^\d{1,12}$/, 'Expected what an answer gave.');
const itsOwn = 'Each person’s own, so API keys are refused.';

const item = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    body: z.string().openapi({ description: 'Plain text.' }),
    href: z.string().openapi({ description: 'A path of the site, or nothing.' }),
    senderName: z.string(),
    createdAt: time,
    readAt: time.nullable(),
  })
  .openapi('Notification');

const inboxPage = z
  .object({
    data: z.array(item),
    unread: z.int(),
    next: place.nullable().openapi({ description: 'As `cursor` it gives the older ones.' }),
    newest: place.nullable().openapi({
      description: 'As `after` it gives, later, what has come since. Null with a cursor.',
    }),
    hasMore: z.boolean().openapi({ description: 'With `after`: ask once more with `newest`.' }),
  })
  .openapi('Inbox');

const inboxQuery = z.strictObject({
  cursor: place.optional().openapi({ description: '`next` of the page before.' }),
  after: place.optional().openapi({ description: '`newest` of what you have.' }),
  unread: z.enum(['true', 'false']).optional().openapi({ description: 'Unread ones alone.' }),
  kind: z.enum(kindNames).optional(),
  peek: z.enum(['true', 'false']).optional().openapi({
    description: 'Looks without showing: nothing counts as seen.',
  }),
  per_page: z.coerce.number().int().min(1).max(100).optional(),
});

const ids = z
  .strictObject({ ids: z.array(z.uuid()).max(500) })
  .openapi('NotificationIds', { description: 'Ids of notifications.' });
const upTo = z
  .strictObject({
    upTo: place.optional().openapi({ description: '`newest` of what was looked at; all without.' }),
  })
  .openapi('NotificationsUpTo');
const unread = z.object({ unread: z.int() }).openapi('UnreadCount');

const preference = z
  .object({
    kind: z.enum(kindNames),
    label: z.string(),
    description: z.string(),
    inApp: z.boolean(),
    isInAppFixed: z.boolean().openapi({ description: 'It cannot be switched off.' }),
    email: z.enum(mailWays),
  })
  .openapi('NotificationPreference');
const preferenceList = z.object({ data: z.array(preference) });

/** A person's own inbox and wishes (S1.5). */
export const notificationOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'listNotifications',
    method: 'get',
    path,
    ...{ tag, permission, summary: 'List your notifications' },
    description: `Newest first, by cursor; what came meanwhile moves no page. What is listed counts as seen. ${itsOwn}`,
    query: inboxQuery,
    problems: [403],
    answers: { 200: { description: 'A page of them.', schema: inboxPage } },
    example: { query: { per_page: 5 } },
    run: async ({ ctx, query: { per_page: limit, unread: isUnread, peek, ...query } }) => {
      const { items, ...page } = await listInbox(ctx, {
        ...{ ...query, limit, unread: isUnread === 'true', peek: peek === 'true' },
      });
      return { status: 200, body: { data: items, unread: await countUnread(ctx), ...page } };
    },
  }),
  marking('markNotificationsRead', 'read', 'Mark as read', markRead),
  marking('markNotificationsUnread', 'unread', 'Mark as unread', markUnread),
  operation({
    id: 'markAllNotificationsRead',
    method: 'post',
    path: `${path}/read-all`,
    ...{ tag, permission, summary: 'Mark all as read' },
    description: `With \`upTo\`, what came since you looked stays unread. ${itsOwn}`,
    body: upTo,
    problems: [403],
    answers: { 200: { description: 'How many are unread now.', schema: unread } },
    example: { body: {} },
    run: async ({ ctx, body }) => ({ status: 200, body: await markAllRead(ctx, body.upTo) }),
  }),
  operation({
    id: 'getNotificationPreferences',
    method: 'get',
    path: `${path}/preferences`,
    ...{ tag, permission, summary: 'See how you hear of things' },
    description: itsOwn,
    problems: [403],
    answers: { 200: { description: 'One for each kind.', schema: preferenceList } },
    example: {},
    run: async ({ ctx }) => ({ status: 200, body: { data: await readPreferences(ctx) } }),
  }),
  operation({
    id: 'updateNotificationPreferences',
    method: 'patch',
    path: `${path}/preferences`,
    ...{ tag, permission, summary: 'Change how you hear of things' },
    description: `What is not named stays. By mail: never, at once, or once a day. ${itsOwn}`,
    body: z
      .strictObject({ preferences: preferenceChanges })
      .openapi('NotificationPreferenceChanges'),
    problems: [403],
    answers: { 200: { description: 'All of them, as they are now.', schema: preferenceList } },
    example: { body: { preferences: [{ kind: 'published', inApp: true, email: 'off' }] } },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: { data: await writePreferences(ctx, body.preferences) },
    }),
  }),
];

function marking(id: string, verb: string, summary: string, mark: typeof markRead) {
  return operation<TenantRestContext, z.ZodObject, typeof ids>({
    id,
    method: 'post',
    path: `${path}/${verb}`,
    ...{ tag, permission, summary },
    description: `Ids that are not yours change nothing. ${itsOwn}`,
    body: ids,
    problems: [403],
    answers: { 200: { description: 'How many are unread now.', schema: unread } },
    example: { body: { ids: [] } },
    run: async ({ ctx, body }) => ({ status: 200, body: await mark(ctx, body.ids) }),
  });
}
