import type { z } from 'zod';
import type { Permission } from '../auth/permissions';
import type { RestContext } from './rest-context';
import type { RestCall } from './rest-env';

/** Who may ask: anybody, anybody signed in (`account.use`), or whoever has the right. */
export type OperationPermission = Permission | 'public';

/** What an operation gets: checked parts of the request, and the context of who asks. */
export interface Asked<C, Q, B> {
  ctx: C;
  /** Values of the address: ids. */
  params: Record<string, string>;
  query: Q;
  body: B;
  call: RestCall;
}

/** What it gives. */
export interface Answer {
  status: number;
  body?: unknown;
  /** What is kept for a repeat under the same Idempotency-Key, where `body` may be told only once. */
  keptBody?: unknown;
  headers?: Record<string, string | null>;
}

/** A good answer, as the document tells of it. */
export interface AnswerDoc {
  description: string;
  schema?: z.ZodType;
  headers?: Record<string, string>;
}

/** Values that really work on the demo; the document shows them and a test tries them. */
export interface OperationExample {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
}

/** One thing that can be asked of the API: its address, who may, what goes in and out. */
export interface Operation<C extends RestContext = RestContext> {
  /** As clients name it: `listPosts`. */
  id: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  /** As in `/posts/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  permission: OperationPermission;
  /** Also asked inside, where it depends on what is asked. Told in the document. */
  rights?: Permission[];
  /** What `{id}` looks like; a uuid unless said otherwise. */
  ids?: 'uuid' | 'number';
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Takes one file, as a multipart form. */
  isUpload?: boolean;
  /** Takes If-Match. */
  isVersioned?: boolean;
  /** Takes If-None-Match. */
  hasEtag?: boolean;
  /** Looks at no token and no cookie: it is itself the way to one. */
  isTokenOperation?: boolean;
  answers: Record<number, AnswerDoc>;
  /** Problems it gives besides those its shape tells of. */
  problems?: number[];
  example?: OperationExample;
  run(asked: Asked<C, never, never>): Promise<Answer>;
}

interface Typed<C extends RestContext, Q extends z.ZodObject, B extends z.ZodType>
  extends Omit<Operation<C>, 'query' | 'body' | 'run'> {
  query?: Q;
  body?: B;
  run(asked: Asked<C, z.output<Q>, z.output<B>>): Promise<Answer>;
}

/** Declares an operation; what `run` gets is typed by its schemas. */
export function operation<
  C extends RestContext,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
>(declared: Typed<C, Q, B>): Operation<C> {
  return declared as unknown as Operation<C>;
}

/** True for what changes something for whoever is signed in. Each takes an Idempotency-Key. */
export function isWrite({
  method,
  isTokenOperation,
}: Pick<Operation, 'method' | 'isTokenOperation'>) {
  return method !== 'get' && !isTokenOperation;
}
