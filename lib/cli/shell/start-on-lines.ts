import { createInterface } from 'node:readline';
import { type REPLServer, type ReplOptions, start } from 'node:repl';
import { PassThrough } from 'node:stream';

/**
 * Starts a REPL on what is piped in. Node's own runs the next line while the one before still waits
 * for its promise; this one gives it a line when it has asked for one.
 */
export function startOnLines(options: ReplOptions): REPLServer {
  const input = new PassThrough();
  const server = start({
    ...options,
    ...{ prompt: '', terminal: false, input, output: process.stdout },
  });
  let ask = () => {};
  // Its way of asking for a line.
  server.displayPrompt = () => ask();
  const end = new Promise<'over'>((resolve) => server.once('exit', () => resolve('over')));
  void feed();
  return server;

  async function feed(): Promise<void> {
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const asked = new Promise<'asked'>((resolve) => {
        ask = () => resolve('asked');
      });
      input.write(`${line}\n`);
      if ((await Promise.race([asked, end])) === 'over') break;
    }
    lines.close();
    input.end();
  }
}
