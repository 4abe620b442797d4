import { randomBytes } from 'node:crypto';
import type { Question } from '../routes/ask';
import type { ApiOperation } from './api-document';
import { type ApiPlane, bodyOf, foreignRecords, ownRecords, resourceOf } from './api-plane';
import type { DoorWorld } from './door-world';

/** One request of the own staff, that must reach nothing of the other tenant. */
export interface ForeignRequest {
  about: string;
  question: Question;
  /** What it may be answered with. */
  allowed: (status: number) => boolean;
  /** A list must be empty. */
  isEmpty?: boolean;
}

interface Parts {
  headers: Record<string, string>;
  id?: string;
  query?: string;
  body?: unknown;
}

/** Writes a request of an operation. */
export function requestOf({ host }: ApiPlane, operation: ApiOperation, parts: Parts): Question {
  const { headers, id = 'none', query = '', body } = parts;
  const path = operation.path.replace('{id}', id) + (query && `?${query}`);
  const json = body === undefined ? undefined : JSON.stringify(body);
  const text = operation.isUpload ? uploadBody() : json;
  const length = text === undefined ? '0' : String(Buffer.byteLength(text));
  const type: Record<string, string> =
    text === undefined
      ? {}
      : { 'content-type': operation.isUpload ? uploadType : 'application/json' };
  const isRead = operation.method === 'GET';
  return {
    ...{ host, path, method: operation.method, body: text },
    headers: { ...headers, ...type, ...(isRead ? {} : { 'content-length': length }) },
  };
}

const uploadMark = `${'-'.repeat(24)}walk4711`;
const uploadType = `multipart/form-data; boundary=${uploadMark}`;

/** A drawing that nobody has yet: another of the same bytes would be the one that is there. */
function uploadBody(): string {
  const color = `#${randomBytes(3).toString('hex')}`;
  return [
    `--${uploadMark}`,
    'Content-Disposition: form-data; name="file"; filename="walked.svg"',
    'Content-Type: image/svg+xml',
    '',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`,
    `--${uploadMark}--`,
    '',
  ].join('\r\n');
}

const refused = (status: number) => status >= 400 && status < 500;
const unknown = (status: number) => status === 404;

/** Everything of the other tenant that an operation could be asked for: in path, body and query. */
export function foreignRequests(
  world: DoorWorld,
  plane: ApiPlane,
  operation: ApiOperation,
): ForeignRequest[] {
  const { staff: headers, side } = plane;
  const resource = resourceOf(plane, operation);
  const [own] = resource ? ownRecords(world, plane, resource) : [];
  const [theirs] = resource ? foreignRecords(world, plane, resource.name) : [];
  const body = bodyOf(world, plane, operation);
  const id = own?.id;
  const ask = (parts: Partial<Parts>) =>
    requestOf(plane, operation, { ...{ headers, id, body }, ...parts });
  const requests: ForeignRequest[] = [];
  if (operation.path.includes('{id}') && theirs) {
    const question = ask({ id: theirs.id });
    requests.push({ about: 'a foreign id', question, allowed: unknown });
  }
  if (operation.security === 'none' && body) {
    const question = ask({ body: bodyOf(world, plane, operation, 'foreign') });
    const allowed = (status: number) => status === 401 || status === 204;
    requests.push({ about: 'what is good at the other tenant', question, allowed });
  } else if (body) {
    for (const [name, value] of Object.entries({ tenantId: side.foreign.id, id: theirs?.id })) {
      if (!value) continue;
      const question = ask({ body: { ...body, [name]: value } });
      requests.push({ about: `${name} in the body`, question, allowed: refused });
    }
    for (const field of Object.values(resource?.fields ?? {})) {
      const [row] = field.relation ? foreignRecords(world, plane, field.relation.target) : [];
      if (!row || !resource?.form.includes(field.name)) continue;
      const value = field.kind === 'relations' ? [row.id] : row.id;
      const question = ask({ body: { ...body, [field.name]: value } });
      requests.push({ about: `a foreign ${field.name}`, question, allowed: refused });
    }
  }
  for (const name of operation.query) {
    const target = resource?.fields[name]?.relation?.target;
    const row = target ? foreignRecords(world, plane, target)[0] : theirs;
    if (!row) continue;
    const value = name === 'q' ? row.label : row.id;
    const question = ask({ query: `${name}=${encodeURIComponent(value)}` });
    const allowed = (status: number) => status === 200 || refused(status);
    requests.push({ about: `${name} of theirs`, question, allowed, isEmpty: target !== undefined });
  }
  if (operation.query.length > 0) {
    const question = ask({ query: `tenantId=${side.foreign.id}` });
    requests.push({ about: 'tenantId in the query', question, allowed: refused });
  }
  return requests;
}
