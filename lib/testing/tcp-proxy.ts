import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on this machine, to count and to cut. */
export interface TcpProxy {
  /** The address given, by way of the proxy. */
  url: string;
  /** How often the client spoke after the server had: the round trips it waited for. */
  flights(): number;
  /** Ends every connection and lets no new one live, as a proxy does whose server is away. */
  cut(): void;
  /** Keeps every connection and passes nothing on, as a server does that hangs. */
  mute(): void;
  /** Ends every connection and refuses new ones. */
  close(): Promise<void>;
  /** Lets connections through again. */
  open(): Promise<void>;
}

/** Starts a proxy in front of the server that `url` names. */
export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let flights = 0;
  let isCut = false;
  let isMute = false;
  const server = createServer({ noDelay: true }, (client) => {
    if (isCut) return client.destroy();
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    let serverSpoke = true;
    client.on('data', () => {
      if (serverSpoke) flights += 1;
      serverSpoke = false;
    });
    upstream.on('data', () => {
      serverSpoke = true;
    });
    client.on('data', (bytes) => isMute || upstream.write(bytes));
    upstream.on('data', (bytes) => isMute || client.write(bytes));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as { port: number };
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${port}`;
  return {
    url: proxied.toString(),
    flights: () => flights,
    cut: () => {
      isCut = true;
      end();
    },
    mute: () => {
      isMute = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        end();
      }),
    open: async () => {
      isCut = false;
      isMute = false;
      if (!server.listening) await listen(port);
    },
  };
}
