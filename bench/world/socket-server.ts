import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchContext } from '../bench-context';

export interface SocketServer {
  port: number;
  /** Resident bytes, after collecting garbage. */
  memory(): Promise<number>;
  /** The bare one alone: sends to every socket. */
  send(bytes: string): void;
  stop(): void;
}

/**
 * Starts the embedded realtime server, or one that has sockets and nothing else, in a process of its
 * own: memory can be told apart then, and the clients take no time of it.
 */
export async function startSocketServer(
  bench: BenchContext,
  kind: 'embedded' | 'bare',
): Promise<SocketServer> {
  const program = fileURLToPath(new URL('./socket-server-process.ts', import.meta.url));
  const child = fork(program, [kind], { execArgv: ['--expose-gc', '--import', 'tsx'] });
  const stop = () => void child.kill();
  bench.defer(stop);
  const next = <T>(name: string) =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message: Record<string, T>) => resolve(message[name] as T));
      child.once('exit', (code) => reject(new Error(`The socket server ended with ${code}.`)));
    });
  const port = await next<number>('port');
  return {
    port,
    memory: () => {
      const told = next<number>('memory');
      child.send({ memory: true });
      return told;
    },
    send: (bytes) => void child.send({ send: bytes }),
    stop,
  };
}
