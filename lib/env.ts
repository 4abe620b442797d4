import { z } from 'zod';
import { checkProviders, providerVariables } from './auth/providers/provider-variables';
import { checkHosting, domainVariables } from './domains/domain-variables';
import { elasticsearchUrl, flag, indexPrefix, redisUrl, whole } from './env-shapes';
import { checkStorage, storageVariables } from './media/storage/storage-variables';
import { checkPresence, presenceVariables } from './presence/presence-variables';
import { checkRealtime, realtimeVariables } from './realtime/realtime-variables';
import { rootDomainList } from './tenancy/root-domains';
import { checkResolvers, tenantVariables } from './tenancy/tenant-variables';

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'expected postgres://user:password@host:5432/database');

const mailbox = /^([^<>@\r\n",]{1,100} )?<?[^\s<>@,;:"]{1,64}@[^\s<>@,;:"]{1,190}>?$/;

const tenantName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'expected small letters, digits and hyphens, as in platform',
  );

const schema = z
  .object({
    PORT: whole(1, 65_535, 3000),
    ROOT_DOMAIN: z
      .string()
      .optional()
      .refine(
        (value) => value === undefined || rootDomainList(value, '3000') !== null,
        'expected host names with an optional port, comma-separated, as in example.com',
      ),
    DATA_DIR: z.string().min(1, 'expected a folder, as in .data').default('.data'),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_OWNER_URL: databaseUrl.optional(),
    DATABASE_PREPARE: flag.default(true),
    DATABASE_POOL_SIZE: whole(1, 100, 10),
    AUTH_SECRET: z
      .string()
      .min(32, 'expected at least 32 characters, as from: openssl rand -hex 32')
      .optional(),
    ENCRYPTION_KEY: z
      .string()
      .min(32, 'expected at least 32 characters, as from: openssl rand -hex 32')
      .optional(),
    ACCESS_TOKEN_SECONDS: whole(60, 86_400, 900),
    REFRESH_TOKEN_SECONDS: whole(300, 31_536_000, 2_592_000),
    REDIS_URL: redisUrl.optional(),
    STATE_BACKEND: z
      .enum(['memory', 'postgres', 'redis'], 'expected memory, postgres or redis, as in postgres')
      .optional(),
    ELASTICSEARCH_URL: elasticsearchUrl.optional(),
    ELASTICSEARCH_API_KEY: z.string().optional(),
    ELASTICSEARCH_PREFIX: indexPrefix.default('tenantry'),
    ELASTICSEARCH_SHARED_BELOW: whole(0, 1_000_000, 200),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'expected smtp://user:password@host:587')
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(mailbox, 'expected an address, as in Tenantry <no-reply@example.com>')
      .optional(),
    CRON_SECRET: z
      .string()
      .min(16, 'expected at least 16 characters, as from: openssl rand -hex 16')
      .optional(),
    WORKER: z.enum(['on', 'off'], 'expected on or off, as in on').default('on'),
    SESSION_SECONDS: whole(60, 31_536_000, 2_592_000),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'expected fatal, error, warn, info, debug, trace or silent, as in info',
      )
      .default('info'),
    LOG_FILE: z.string().optional(),
    TRUST_PROXY: flag.default(false),
    PUBLIC_TENANT_NAME: tenantName.default('public'),
    MASTER_TENANT_NAME: tenantName.default('platform'),
    ...domainVariables,
    ...presenceVariables,
    ...providerVariables,
    ...realtimeVariables,
    ...storageVariables,
    ...tenantVariables,
  })
  .superRefine(checkResolvers)
  .superRefine(checkHosting)
  .superRefine(checkProviders)
  .superRefine(checkRealtime)
  .superRefine(checkState)
  .superRefine(checkPresence)
  .superRefine(checkStorage);

/** What one variable demands of another. */
function checkState(
  { STATE_BACKEND, REDIS_URL }: { STATE_BACKEND?: string; REDIS_URL?: string },
  { addIssue }: z.core.$RefinementCtx,
): void {
  if (STATE_BACKEND !== 'redis' || REDIS_URL) return;
  const message = 'missing, since STATE_BACKEND is redis; as in redis://localhost:6379';
  addIssue({ code: 'custom', path: ['REDIS_URL'], message });
}

export type Env = z.infer<typeof schema>;

/** The names of every variable this release reads. `.env.example` lists the same ones. */
export const envKeys = Object.keys(schema.shape);

/**
 * Checks the shape of the environment.
 *
 * @param source - variable names to raw values, as process.env. An empty value counts as absent.
 * @returns the typed values with defaults.
 * @throws Error that names each wrong variable, its fault and an example (S3.34).
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

let current: Env | undefined;

/** The environment of this process, parsed once at first use. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** Where tenants' caches and state are kept unless a tenant's settings say otherwise. */
export function stateBackend(): 'memory' | 'postgres' | 'redis' {
  return env().STATE_BACKEND ?? (env().REDIS_URL ? 'redis' : 'memory');
}

/** Where the log goes besides stdout (`.data/debug.log` unless LOG_FILE says otherwise). */
export function logFile(): string {
  return env().LOG_FILE ?? `${env().DATA_DIR}/debug.log`;
}

/** True in `next build`, where no service may be needed. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === 'phase-production-build';
}

/** True under `next start`, `next build` and anything else that runs as production. */
export function isProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}

/** True where the launcher started the database beside this process: somebody's own machine. */
export function hasEmbeddedDatabase(): boolean {
  return process.env.TENANTRY_EMBEDDED_DATABASE === '1';
}

/** True where a process may hold no connection and no timer between requests. */
export function isServerless(): boolean {
  return process.env.VERCEL === '1';
}

/**
 * Lets next-auth take the host of each request for its own: there are as many as there are tenants
 * (C2). An address fixed for all of them would send everybody to one.
 */
export function trustEveryHost(): void {
  process.env.AUTH_TRUST_HOST = '1';
  delete process.env.NEXTAUTH_URL;
}

/** Where this process answers itself: Next says so, since it may listen on one address only. */
export function ownOrigin(): string {
  return process.env.__NEXT_PRIVATE_ORIGIN ?? `http://localhost:${env().PORT}`;
}

/** Tells the middleware of this process where the embedded realtime server listens. */
export function offerRealtimePort(port: number): void {
  process.env.TENANTRY_REALTIME_PORT = String(port);
}

/** Where the embedded realtime server of this process listens; null where there is none. */
export function realtimePort(): number | null {
  return Number(process.env.TENANTRY_REALTIME_PORT) || null;
}

/** What `db-setup` takes from the environment, so that no password stands in a list of processes. */
export function setupVariables(): {
  adminUrl?: string;
  ownerPassword?: string;
  appPassword?: string;
} {
  return {
    adminUrl: process.env.TENANTRY_ADMIN_URL || undefined,
    ownerPassword: process.env.TENANTRY_OWNER_PASSWORD || undefined,
    appPassword: process.env.TENANTRY_APP_PASSWORD || undefined,
  };
}
