import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type EmbeddedApp, embeddedAppFile, readEmbeddedApp } from './realtime-app';

/** Keys of an embedded server that has none yet: never known ones. The id is a number for the library's sake. */
export function newEmbeddedApp(): EmbeddedApp {
  return {
    appId: String(randomInt(100_000, 1_000_000)),
    key: randomBytes(12).toString('hex'),
    secret: randomBytes(32).toString('hex'),
    port: 0,
  };
}

/** The embedded server's keys and the port it had last; made at the first start. */
export function embeddedAppToStart(): EmbeddedApp {
  return readEmbeddedApp() ?? newEmbeddedApp();
}

/** Writes down where it listens, for this process and others beside it. Nobody else may read it. */
export function writeEmbeddedApp(app: EmbeddedApp): void {
  const file = embeddedAppFile();
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(app, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
