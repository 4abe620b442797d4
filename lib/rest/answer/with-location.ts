import { apiBase } from '../api-base';
import type { Answer, AnswerDoc } from '../operation';
import type { RestContext } from '../rest-context';

/**
 * Adds to an answer where that is which was made.
 *
 * @param path - within the API, as in `/posts/<id>`.
 */
export function withLocation({ tenant }: RestContext, path: string, answer: Answer): Answer {
  const location = `${tenant?.basePath ?? ''}${apiBase}${path}`;
  return { ...answer, headers: { ...answer.headers, location } };
}

/** The same in the document. */
export function tellsLocation(answer: AnswerDoc): AnswerDoc {
  return { ...answer, headers: { ...answer.headers, Location: 'Where it is.' } };
}
