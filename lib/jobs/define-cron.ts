import { Cron } from 'croner';
import type { TenantContext } from '../tenancy/tenant';
import { defineHandler, definePlatformHandler, type Handler, type Job } from './handler';

/** Work by the clock. Made by {@link defineCron}. */
export interface CronDefinition {
  name: string;
  /** What runs in each slot; its kind is the name. */
  handler: Handler;
  /** Null for one job of the platform's own; else which tenants get one each. */
  tenants: 'active' | 'all' | null;
  /** The last slot that began at this moment or before, or null where there was none. */
  slotAt(now: Date): Date | null;
}

interface Times {
  /** As in `30s`, `15m`, `6h` or `1d`, counted from 1970 in UTC. */
  every?: string;
  /** As in `0 3 * * *`: minute, hour, day, month, day of the week. */
  at?: string;
  /** For `at`; UTC unless told. */
  timeZone?: string;
}

interface Options extends Times {
  /** Names its slots and its jobs: never change it. */
  name: string;
  timeLimitSeconds?: number;
}

interface PlatformCron extends Options {
  each?: undefined;
  run(job: Job): Promise<void>;
}

interface TenantCron extends Options {
  /** One job for each living tenant. */
  each: 'tenant';
  /** For suspended ones too. */
  whileSuspended?: boolean;
  run(ctx: TenantContext, job: Job): Promise<void>;
}

/**
 * Declares what runs by the clock; name it in lib/reactions.ts. However many instances there are, or
 * whether a scheduler calls, each slot is claimed once. Slots that everybody missed run once
 * together, when somebody is back; a new name begins with its next slot. A slot adds no job while
 * that of an earlier one has not ended.
 *
 * @throws Error at start for times that are none.
 */
export function defineCron(cron: PlatformCron | TenantCron): CronDefinition {
  const { name, every, at, timeZone, timeLimitSeconds } = cron;
  const slotAt = slotsOf(name, { every, at, timeZone });
  // Given, so that nobody's slot runs beside another of the same cron.
  const options = { kind: name, timeLimitSeconds, inOrder: true };
  if (!cron.each) {
    return {
      name,
      slotAt,
      tenants: null,
      handler: definePlatformHandler({ ...options, run: cron.run }),
    };
  }
  const { whileSuspended = false, run } = cron;
  const handler = defineHandler({ ...options, whileSuspended, run });
  return { name, slotAt, tenants: whileSuspended ? 'all' : 'active', handler };
}

const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

function slotsOf(name: string, { every, at, timeZone }: Times): CronDefinition['slotAt'] {
  if ((every === undefined) === (at === undefined)) {
    throw new Error(`The cron ${name} needs "every" or "at", and not both.`);
  }
  if (every !== undefined) {
    const [, count = '', unit = ''] = /^([1-9]\d{0,4})([smhd])$/.exec(every) ?? [];
    const milliseconds = Number(count) * (units[unit] ?? 0) * 1000;
    if (!milliseconds)
      throw new Error(`The cron ${name} runs every "${every}": write it as in 15m.`);
    return (now) => new Date(Math.floor(now.getTime() / milliseconds) * milliseconds);
  }
  const pattern = readPattern(name, at ?? '', timeZone);
  return (now) => {
    // What begins now counts, and the library gives what was before.
    const [slot] = pattern.previousRuns(
      1,
      new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000),
    );
    return slot ?? null;
  };
}

function readPattern(name: string, at: string, timezone = 'UTC'): Cron {
  try {
    const pattern = new Cron(at, { timezone, paused: true });
    if (pattern.nextRun()) return pattern;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The cron ${name} runs at "${at}", which is no such time: ${reason}`);
  }
  throw new Error(`The cron ${name} runs at "${at}", which never comes.`);
}
