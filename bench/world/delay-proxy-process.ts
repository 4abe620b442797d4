import { connect, createServer, type Socket } from 'node:net';

// Started by delay-proxy with the host and port of the server and the delay; answers with its port
// and takes other delays.
const [host, port, eachWay] = process.argv.slice(2);
let delay = Number(eachWay);
const waiting: { due: number; send: () => void }[] = [];

const server = createServer({ noDelay: true }, (client) => {
  const upstream = connect({ host, port: Number(port), noDelay: true });
  passOn(client, upstream);
  passOn(upstream, client);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
process.on('message', (message) => {
  delay = Number(message);
});
process.once('disconnect', () => process.exit(0));

function passOn(from: Socket, to: Socket): void {
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('close', () => later(() => to.destroy()));
  from.on('error', () => {});
}

function later(send: () => void): void {
  waiting.push({ due: performance.now() + delay, send });
  if (waiting.length === 1) setImmediate(sendDue);
}

/** Runs again at once as long as something waits: the delay is the same for all, so they keep their order. */
function sendDue(): void {
  while (waiting[0] && waiting[0].due <= performance.now()) waiting.shift()?.send();
  if (waiting.length > 0) setImmediate(sendDue);
}
