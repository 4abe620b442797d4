import { ApiProblem } from '../answer/api-problem';

const deepest = 20;

/**
 * Refuses what is JSON and still cannot be kept: texts with NUL or half a character, which
 * PostgreSQL takes in no column, and nesting without end.
 *
 * @throws ApiProblem 400, 422
 */
export function checkJson(value: unknown, path: string[] = []): void {
  if (path.length > deepest) throw new ApiProblem(400, 'The request is nested too deeply.');
  if (typeof value === 'string') checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    checkText(name, path);
    checkJson(inner, [...path, name]);
  }
}

function checkText(text: string, path: string[]): void {
  if (isStorable(text)) return;
  const message = 'This text holds a character that cannot be stored.';
  throw new ApiProblem(422, 'Some values cannot be used; “errors” says which.', {
    errors: [{ path: path.filter(isStorable).join('.').slice(0, 200), message }],
  });
}

/** True for texts PostgreSQL can hold: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
