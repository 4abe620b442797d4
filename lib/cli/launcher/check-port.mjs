import net from 'node:net';
import { LauncherError } from './launcher-error.mjs';

/**
 * Refuses a port that another program has, before anything is started.
 * @param {number} port
 * @throws {LauncherError} names the port, the variable PORT and an example
 */
export async function checkPort(port) {
  const fault = (await someoneAnswers(port)) ? 'EADDRINUSE' : await listenFault(port);
  if (!fault) return;
  const free = port < 65535 ? port + 1 : 3000;
  if (fault === 'EACCES') {
    throw new LauncherError(`Port ${port} needs more rights than this user has.`, {
      hint: 'Choose one above 1023 with the variable PORT, for example: PORT=3000 npm start',
    });
  }
  throw new LauncherError(`Port ${port} is taken by another program (${fault}).`, {
    hint: `End that program, or choose another with the variable PORT, for example: PORT=${free} npm start`,
  });
}

/** Next listens on every address; some systems allow that beside a program on 127.0.0.1 alone. */
async function someoneAnswers(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => connects(host, port)));
  return answers.includes(true);
}

function connects(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => end(false));
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

/** @returns {Promise<string>} the error code of listening as Next does, empty when it works */
async function listenFault(port) {
  const fault = await tryListen(port, '::');
  const noIpv6 = fault === 'EAFNOSUPPORT' || fault === 'EADDRNOTAVAIL';
  return noIpv6 ? tryListen(port, '0.0.0.0') : fault;
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('')));
  });
}
