import net from 'node:net';

/**
 * A port on 127.0.0.1 that nobody listens on: the preferred one if it is free.
 * @param {number} [preferred] 0: any
 * @returns {Promise<number>}
 */
export async function findFreePort(preferred = 0) {
  return (preferred && (await tryPort(preferred))) || tryPort(0);
}

/**
 * @param {number} port 0 lets the system choose
 * @returns {Promise<number>} the port, 0 when it is taken
 */
export function tryPort(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', () => resolve(0));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const chosen = server.address().port;
      server.close(() => resolve(chosen));
    });
  });
}
