import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Realtime } from '../realtime';
import { readStats } from '../realtime-stats';
import { answerApiRequest } from './answer-api-request';
import { metricsText } from './metrics-text';
import { RequestRefused } from './request-refused';

/** Answers whatever comes by plain HTTP. Never throws. */
export async function answerRequest(
  realtime: Realtime,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A client that breaks off gets no answer, and is no fault of ours.
  request.on('error', () => {});
  response.on('error', () => {});
  const path = request.url?.split('?')[0];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && path === '/up') {
    const status = realtime.isClosing ? 503 : 200;
    return write(response, status, { status: realtime.isClosing ? 'stopping' : 'up' });
  }
  if (isRead && path === '/metrics') {
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    response.end(metricsText(readStats(realtime)));
    return;
  }
  try {
    write(response, 200, await answerApiRequest(realtime, request));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof RequestRefused)) {
      realtime.log.error({ err: error }, 'a request was not answered');
      return write(response, 500, { error: 'This could not be done' });
    }
    realtime.counters.refuse(`http${error.status}`);
    // What is not read of the body must not be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    write(response, error.status, { error: error.message });
  }
}

function write(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
