import { isWrite, type Operation } from '../operation';

/** Every status other than a good one that an operation can answer with. */
export function problemStatuses(operation: Operation): number[] {
  const { permission, query, body, path, isVersioned, isTokenOperation, isUpload } = operation;
  const statuses = new Set<number>([429, 503, ...(operation.problems ?? [])]);
  // A token that is not good is refused even where none is needed.
  if (!isTokenOperation) statuses.add(401);
  if (permission !== 'public' || isWrite(operation)) statuses.add(403);
  if (query) statuses.add(400);
  if (path.includes('{')) statuses.add(404);
  if (body || isUpload) for (const status of [400, 413, 415, 422]) statuses.add(status);
  if (isVersioned) statuses.add(412);
  // A malformed Idempotency-Key, and one that stands for another request.
  if (isWrite(operation)) for (const status of [400, 409, 422]) statuses.add(status);
  return [...statuses].sort((a, b) => a - b);
}
