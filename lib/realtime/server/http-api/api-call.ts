import type { ApiRequest } from './api-request';

/** A verified request, with what its handler needs. */
export interface ApiCall {
  query: ApiRequest['query'];
  /** The variable part of the path, decoded; empty where there is none. */
  subject: string;
  /** Parsed; undefined for requests without one. */
  body: unknown;
}
