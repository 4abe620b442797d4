import { ApiProblem } from '../answer/api-problem';

/** The name of one state of a record. Null where the record cannot tell its states apart. */
export function etagOf(id: string, version: number | null): string | null {
  return version === null ? null : `"${id}-${version}"`;
}

/**
 * Compares If-Match with a record as it is.
 *
 * @param current - the record's etag now.
 * @throws ApiProblem 412 when the record is in none of the states that were named.
 */
export function requireMatch(header: string | undefined, current: string | null): void {
  if (header === undefined || header.trim() === '*' || tagsOf(header).includes(current ?? '')) {
    return;
  }
  throw new ApiProblem(
    412,
    'It has changed since you read it. Read it again and repeat the change.',
  );
}

function tagsOf(header: string): string[] {
  return header
    .slice(0, 2000)
    .split(',')
    .map((tag) => tag.trim());
}
