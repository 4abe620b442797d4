import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import pino, { type Level, type StreamEntry } from 'pino';
import { env, isBuilding, isServerless, logFile } from './env';
import { errorForLog } from './error-for-log';
import { logTarget } from './log-target';
import { withoutApiKeys } from './without-api-keys';

const longestLog = 20 * 1024 * 1024;

const secrets = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
];
/** Where they stand by themselves, and one level down. */
const redacted = secrets.flatMap((name) => [name, `*.${name}`]);

/**
 * One JSON line an event, to stdout and to the log file (S1.30). Give `event`, and `tenant`, `user`
 * and `requestId` where they are known.
 */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redacted, censor: '[redacted]' },
    // An API key may stand in any text: an address, a message, what a library threw.
    hooks: { streamWrite: withoutApiKeys },
    serializers: { err: errorForLog },
  },
  pino.multistream(streams(), { dedupe: false }),
);

function streams(): StreamEntry[] {
  const { LOG_LEVEL } = env();
  const level: Level = LOG_LEVEL === 'silent' ? 'fatal' : LOG_LEVEL;
  const list: StreamEntry[] = [
    { level, stream: { write: (line) => logTarget.stream.write(line) } },
  ];
  const file = openLogFile();
  if (file) list.push({ level, stream: file });
  return list;
}

/** A log that cannot be written to must not take the site down: stdout still has everything. */
function openLogFile(): NodeJS.WritableStream | null {
  if (isBuilding() || isServerless() || logFile() === 'off') return null;
  try {
    mkdirSync(path.dirname(logFile()), { recursive: true });
    keepShort(logFile());
    const stream = createWriteStream(logFile(), { flags: 'a', mode: 0o640 });
    stream.on('error', () => {});
    return stream;
  } catch {
    return null;
  }
}

/** One old file is kept; each start looks at the size. */
function keepShort(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLog) renameSync(file, `${file}.1`);
}
