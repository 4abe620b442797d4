import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherError } from './launcher-error.mjs';

/**
 * Waits until `GET /api/health` answers 200 on the root host.
 * @param {object} options
 * @param {number} options.port
 * @param {string} options.host the root domain, which may differ from the address
 * @param {number} options.timeoutMs
 * @param {AbortSignal} options.signal
 * @throws {LauncherError} with the last answer; the signal's reason when aborted
 */
export async function waitForHealth({ port, host, timeoutMs, signal }) {
  const deadline = Date.now() + timeoutMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await askHealth(port, host, deadline - Date.now());
    if (answer.status === 200) return;
    last = answer.status ? `${answer.status} ${answer.body.slice(0, 300)}` : answer.body;
    await sleep(150);
  }
  throw new LauncherError(
    `The application did not become ready in ${timeoutMs / 1000} s: /api/health gave ${last}`,
    {
      hint: 'The log is debug.log in DATA_DIR.',
    },
  );
}

/** fetch cannot set the Host header, which decides the tenant here. */
function askHealth(port, host, timeout) {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: '/api/health', headers: { host }, timeout };
    const request = http.get(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', (error) => resolve({ status: 0, body: error.message }));
  });
}
