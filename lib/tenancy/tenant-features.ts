import { z } from 'zod';

/** Flags the editor completes. Add yours by declaration merging; they need no other place. */
export interface KnownFeatures {
  feed: boolean;
  topics: boolean;
}

/** The flags of a tenant: parts of its public site, on at first, and any others it was given. */
export type TenantFeatures = { feed: boolean; topics: boolean } & Record<string, boolean>;

/** A known flag, or the name of any other. */
export type FeatureName = keyof KnownFeatures | (string & {});

const name = /^[a-z][a-z0-9_-]{0,39}$/i;
const most = 100;

/** As stored: what is no flag is left out, a known one that is missing is on. */
export const featuresSchema = z.preprocess(
  flagsAlone,
  z
    .object({ feed: z.boolean().default(true), topics: z.boolean().default(true) })
    .catchall(z.boolean()),
);

/** As given by a person or a program: what is no flag is refused. */
export const featuresInput = z
  .object({ feed: z.boolean(), topics: z.boolean() })
  .catchall(z.boolean())
  .refine((flags) => Object.keys(flags).every((flag) => name.test(flag)), {
    error: 'A flag has letters, digits and hyphens, at most 40.',
  })
  .refine((flags) => Object.keys(flags).length <= most, { error: `At most ${most} flags.` });

/** True for a flag that is on. One the tenant has never heard of is off. */
export function hasFeature(
  tenant: { settings: { features: Record<string, boolean> } },
  flag: FeatureName,
): boolean {
  const { features } = tenant.settings;
  return Object.hasOwn(features, flag) && features[flag] === true;
}

function flagsAlone(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const flags = Object.entries(value).filter(
    ([flag, on]) => name.test(flag) && typeof on === 'boolean',
  );
  return Object.fromEntries(flags.slice(0, most));
}
