// For tests: starts the embedded server in a process of its own, says how it went in one line of
// JSON, and stays until it is killed (or ends after stopping, with "stop" as second argument).
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

const [dataDir, then] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, durable: false });
const { port, pid, isNew, adopted } = server;
console.log(JSON.stringify({ port, pid, isNew, adopted, url: server.adminUrl() }));
if (then === 'stop') await server.stop();
else setInterval(() => undefined, 1_000);
