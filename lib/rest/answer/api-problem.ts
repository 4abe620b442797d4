import type { LimitFacts } from '../../limit-reached';

/** One fault of an input, and where it is. */
export interface InputFault {
  /** Names and positions from the outside in, joined with dots; empty for the whole. */
  path: string;
  message: string;
}

interface More {
  errors?: InputFault[];
  limit?: LimitFacts;
  headers?: Record<string, string>;
}

/** An answer that says what is wrong with a request, with statuses that only the API gives. */
export class ApiProblem extends Error {
  readonly errors?: InputFault[];
  readonly limit?: LimitFacts;
  readonly headers: Record<string, string>;

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429,
    message: string,
    { errors, limit, headers = {} }: More = {},
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.errors = errors;
    this.limit = limit;
    this.headers = headers;
  }
}
