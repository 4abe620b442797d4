import { rawRequest } from './raw-request';
import type { SharedServer } from './test';

export interface Asked {
  host?: string;
  method?: string;
  path: string;
  body?: unknown;
  token?: string;
  headers?: [string, string][];
}

/** Asks the API as a program does, over the wire. */
export async function askRest(server: SharedServer, asked: Asked) {
  const { host = 'acme.localhost', method = 'GET', path, body, token, headers = [] } = asked;
  const answer = await rawRequest({
    port: server.port,
    host: `${host}:${server.port}`,
    method,
    path: `/api/v1${path}`,
    headers: [
      ...headers,
      ...(token ? ([['Authorization', `Bearer ${token}`]] as [string, string][]) : []),
      ...(body === undefined ? [] : [json]),
    ],
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isJson = answer.headers['content-type']?.includes('json');
  return { ...answer, json: isJson && answer.body ? JSON.parse(answer.body) : undefined };
}

const json: [string, string] = ['Content-Type', 'application/json'];
