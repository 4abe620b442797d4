import { z } from '@hono/zod-openapi';
import { apiKeysResource } from '../../admin/resources/api-keys';
import type { Answer, Operation } from '../operation';
import type { RestContext } from '../rest-context';
import { listOperation } from './list-operation';
import { recordOperations } from './record-operations';
import { recordSchema, rowSchema } from './record-shape';

type Row = Record<string, unknown>;

const scopes = z.array(z.string());
const row = z.object({ ...rowSchema(apiKeysResource).shape, scopes }).openapi('ApiKeyRow');
const record = z.object({ ...recordSchema(apiKeysResource).shape, scopes }).openapi('ApiKey');

/** GET of keys, many and one: as of any resource, but for the scopes, which programs get as a list. */
export function apiKeyReads(path: string): Operation<RestContext>[] {
  const list = listOperation(apiKeysResource, path);
  const [read] = recordOperations(apiKeysResource, { path, more: [], examples: {} });
  const listed = list.answers[200]?.schema as z.ZodObject;
  const rows = listed.extend({ data: z.array(row) });
  return [
    changed(list, 'listApiKeys', rows, (body) => ({
      ...body,
      data: (body.data as Row[]).map(toList),
    })),
    changed(read as Operation<RestContext>, 'getApiKey', record, toList),
  ];
}

function changed(
  operation: Operation<RestContext>,
  id: string,
  schema: z.ZodType,
  change: (body: Row) => Row,
): Operation<RestContext> {
  const run = async (asked: Parameters<typeof operation.run>[0]): Promise<Answer> => {
    const answer = await operation.run(asked);
    return answer.body ? { ...answer, body: change(answer.body as Row) } : answer;
  };
  const answers = { 200: { ...operation.answers[200], description: 'As asked.', schema } };
  return { ...operation, id, answers, run };
}

function toList(body: Row): Row {
  return { ...body, scopes: String(body.scopes).split(', ') };
}
