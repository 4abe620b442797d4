import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env, isServerless } from '../env';

/** The embedded server of this installation, as it wrote itself down. */
const written = z.object({
  appId: z.string(),
  key: z.string(),
  secret: z.string(),
  port: z.number(),
});

export type EmbeddedApp = z.infer<typeof written>;

/** Which Pusher-protocol server this installation talks to. */
export type RealtimeApp =
  | ({ kind: 'embedded' } & EmbeddedApp)
  | {
      kind: 'external';
      appId: string;
      key: string;
      secret: string;
      /** Absent for a hosted server, which its cluster names. */
      host?: string;
      port: number;
      cluster: string;
      useTLS: boolean;
    };

/** Where the embedded server's keys and port are written. */
export function embeddedAppFile(): string {
  return join(env().DATA_DIR, 'realtime.json');
}

/**
 * The server to publish to and to connect to: the configured one, else the embedded one.
 *
 * @returns null where there is none: on Vercel without PUSHER_*, and before the embedded one has
 *   started for the first time.
 */
export function realtimeApp(): RealtimeApp | null {
  return externalApp() ?? (isServerless() ? null : embeddedApp());
}

/** True where another server is configured: the embedded one stays away (decision 7). */
export function hasExternalServer(): boolean {
  return externalApp() !== null;
}

function externalApp(): RealtimeApp | null {
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret } = env();
  if (!appId || !key || !secret) return null;
  const { PUSHER_HOST: host, PUSHER_PORT: port, PUSHER_CLUSTER, PUSHER_USE_TLS: useTLS } = env();
  const cluster = PUSHER_CLUSTER ?? 'mt1';
  return { kind: 'external', appId, key, secret, host, port, cluster, useTLS };
}

function embeddedApp(): RealtimeApp | null {
  const found = readEmbeddedApp();
  return found && { kind: 'embedded', ...found };
}

let kept: { file: string; writtenAt: number; app: EmbeddedApp | null } | undefined;

/**
 * What the embedded server wrote; null where it never started, or for a file that is not whole. Read
 * again only when it was written again: every message asks.
 */
export function readEmbeddedApp(): EmbeddedApp | null {
  const file = embeddedAppFile();
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (writtenAt === undefined) return null;
  if (kept?.file !== file || kept.writtenAt !== writtenAt) {
    kept = { file, writtenAt, app: parseEmbeddedApp(file) };
  }
  return kept.app;
}

function parseEmbeddedApp(file: string): EmbeddedApp | null {
  try {
    const parsed = written.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
