import { z } from '@hono/zod-openapi';
import type { MemberContext } from '../../auth/viewer';
import { addDomain } from '../../domains/add-domain';
import { checkDomain } from '../../domains/check-domain';
import { getDomain, listDomains } from '../../domains/get-domain';
import { makePrimary } from '../../domains/make-primary';
import { removeDomain } from '../../domains/remove-domain';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const moment = z.iso.datetime().nullable();

const domain = z
  .object({
    id: z.uuid(),
    hostname: z.string().openapi({ description: 'In ASCII, as the DNS has it.' }),
    name: z.string().openapi({ description: 'As people write it.' }),
    isPrimary: z.boolean(),
    isVerified: z.boolean().openapi({ description: 'Whether the site answers there.' }),
    status: z.object({
      code: z.string(),
      label: z.string(),
      tone: z.enum(['good', 'wait', 'bad', 'moving']),
      note: z.string(),
    }),
    records: z
      .array(
        z.object({
          type: z.enum(['TXT', 'CNAME', 'ALIAS', 'A', 'AAAA']),
          name: z.string(),
          value: z.string(),
          isSeen: z.boolean(),
        }),
      )
      .openapi({ description: 'What has to stand in the DNS.' }),
    createdAt: z.iso.datetime(),
    verifiedAt: moment,
    checkedAt: moment,
    nextCheckAt: moment.openapi({ description: 'Null where nobody looks again by themselves.' }),
    hosting: z.object({ state: z.string(), note: z.string() }).nullable(),
  })
  .openapi('Domain');

const newDomain = z
  .strictObject({
    hostname: z.string().max(1000).openapi({ description: 'Letters beyond ASCII are fine.' }),
  })
  .openapi('NewDomain');

const page = z.object({ number: z.int(), size: z.int(), total: z.int() });
const reads = { tag: 'Domains', permission: 'domains.read' } as const;
const writes = { tag: 'Domains', permission: 'domains.write' } as const;
const asIs = { 200: { description: 'The domain as it is now.', schema: domain } };

const given = async (ctx: TenantRestContext, id: string, status = 200) => ({
  status,
  body: domain.parse(await getDomain(ctx, id)),
});
const acting = (ctx: TenantRestContext) => ctx as TenantRestContext & MemberContext;

/** The custom domains of a tenant (S3.31), and what is done with them. */
export const domainOperations: Operation<TenantRestContext>[] = [
  operation({
    ...reads,
    id: 'listDomains',
    method: 'get',
    path: '/domains',
    summary: 'List domains',
    description: 'All of them: there are few.',
    answers: {
      200: { description: 'All of them.', schema: z.object({ data: z.array(domain), page }) },
    },
    example: {},
    run: async ({ ctx }) => {
      const data = (await listDomains(ctx)).map((one) => domain.parse(one));
      const { length } = data;
      return { status: 200, body: { data, page: { number: 1, size: length, total: length } } };
    },
  }),
  operation({
    ...reads,
    id: 'getDomain',
    method: 'get',
    path: '/domains/{id}',
    summary: 'Get a domain',
    answers: asIs,
    run: ({ ctx, params }) => given(ctx, String(params.id)),
  }),
  operation({
    ...writes,
    id: 'createDomain',
    method: 'post',
    path: '/domains',
    summary: 'Add a domain',
    description: 'It waits for its TXT record and reserves nothing: who proves a name has it.',
    body: newDomain,
    answers: {
      201: tellsLocation({ description: 'It waits for its records.', schema: domain }),
    },
    problems: [409],
    example: { body: { hostname: 'news.example.org' } },
    run: async ({ ctx, body }) => {
      const id = await addDomain(acting(ctx), body.hostname);
      return withLocation(ctx, `/domains/${id}`, await given(ctx, id, 201));
    },
  }),
  operation({
    ...writes,
    id: 'verifyDomain',
    method: 'post',
    path: '/domains/{id}/verify',
    summary: 'Look a domain up now',
    description: 'The answer says what was found; a look takes 8 seconds at most.',
    answers: asIs,
    run: async ({ ctx, params }) => {
      await checkDomain(acting(ctx), String(params.id));
      return given(ctx, String(params.id));
    },
  }),
  operation({
    ...writes,
    id: 'makeDomainPrimary',
    method: 'post',
    path: '/domains/{id}/primary',
    summary: 'Make a domain the primary one',
    description: 'Canonical addresses name it. 409 for one that is not verified.',
    answers: asIs,
    problems: [409],
    run: async ({ ctx, params }) => {
      await makePrimary(acting(ctx), String(params.id));
      return given(ctx, String(params.id));
    },
  }),
  operation({
    ...writes,
    id: 'deleteDomain',
    method: 'delete',
    path: '/domains/{id}',
    summary: 'Remove a domain',
    description: 'The site stops answering there at once.',
    answers: { 204: { description: 'It is gone.' } },
    run: async ({ ctx, params }) => {
      await removeDomain(acting(ctx), String(params.id));
      return { status: 204 };
    },
  }),
];
