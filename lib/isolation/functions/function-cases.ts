import type { Tenants } from '../world/fill-database';
import { accountCases } from './account-cases';
import { broadcastCases } from './broadcast-cases';
import { domainCases } from './domain-cases';

import { identityCases } from './identity-cases';

import { invitationCases } from './invitation-cases';

import { jobCases } from './job-cases';
import { keyCases } from './key-cases';
import { lifeCases } from './life-cases';
import { limitCases } from './limit-cases';
import { memberCases } from './member-cases';
import { realtimeCases } from './realtime-cases';
import { removalCases } from './removal-cases';
import { searchCases } from './search-cases';
import { sessionCases } from './session-cases';
import { supportCases } from './support-cases';
import { ticketCases } from './ticket-cases';
import { tokenCases } from './token-cases';
import { twoFactorCases } from './two-factor-cases';

/** A call as the application role, and what it may give. */
export interface FunctionCase {
  about: string;
  /** The call, as in `select * from platform.f($1)`, and its parameters. */
  sql: string;
  params: (tenants: Tenants) => (string | null)[];
  /** The exact rows, as text; or a test of all rows, which names the fault. */
  gives: (tenants: Tenants) => Record<string, string | null>[] | RowTest;
}

export type RowTest = (rows: Record<string, unknown>[]) => string | null;

const find = 'select platform.find_tenant_id($1, $2)::text as id';
const found = (
  about: string,
  slug: string | null,
  host: string | null,
  who: keyof Tenants | null,
) =>
  ({
    about,
    sql: find,
    params: () => [slug, host],
    gives: (tenants: Tenants) => [{ id: who && tenants[who].id }],
  }) satisfies FunctionCase;

/** Which columns a function gives, so that one more is seen. */
const columns = (names: string): RowTest => {
  return (rows) => {
    const given = Object.keys(rows[0] ?? {}).join(' ');
    return rows.length === 0 || given === names ? null : `gives ${given} instead of ${names}`;
  };
};

const both =
  (...tests: RowTest[]): RowTest =>
  (rows) =>
    tests.map((test) => test(rows)).find((fault) => fault !== null) ?? null;

const tagForm = /^(t:[0-9a-f-]{36}(:[a-z]+)?|host:[a-z0-9.-]+|platform:[a-z-]+)$/;

/**
 * Every SECURITY DEFINER function that the application may call, and the most it may tell. They are
 * called by whatever tenant is bound, so what they give must be fit for all.
 */
export const functionCases: Record<string, FunctionCase[]> = {
  'platform.find_tenant_id(p_slug text, p_hostname text)': [
    found('a slug gives the id, which is no secret', 'globex', null, 'globex'),
    found('a domain gives its tenant', null, 'blog.globex.test', 'globex'),
    found('a claim on another’s domain changes nothing', null, 'blog.acme.test', 'acme'),
    found('a claim nobody has proved means nobody', null, 'claimed.globex.test', null),
    found('a deleted tenant is nobody', 'hooli', null, null),
    found('its domain neither', null, 'blog.hooli.test', null),
    found('nothing is nobody', null, null, null),
    found('a pattern is no slug', '%', null, null),
    found('a slug is no domain', null, 'globex', null),
    found('an injection is a slug nobody has', "x' or true --", null, null),
  ],
  'platform.list_demo_tenants()': [
    {
      about: 'lists the demo’s active tenants, public columns only',
      sql: 'select * from platform.list_demo_tenants()',
      params: () => [],
      gives: () =>
        both(columns('slug name description brand_color domains'), (rows) => {
          const slugs = rows.map(({ slug }) => slug).join(' ');
          return slugs === 'acme globex' ? null : `lists ${slugs}`;
        }),
    },
    {
      about: 'names proved domains only',
      sql: 'select slug, unnest(domains) as domain from platform.list_demo_tenants()',
      params: () => [],
      gives: (tenants) => (rows) => {
        const all = [...tenants.acme.domains, ...tenants.globex.domains];
        const strange = rows.filter(({ domain }) => !all.includes(String(domain)));
        return strange.length === 0 ? null : `names ${strange.map(({ domain }) => domain)}`;
      },
    },
  ],
  'platform.cache_tags_since(p_xid xid8)': [
    {
      about: 'gives tags and numbers, nothing of what happened',
      sql: "select * from platform.cache_tags_since('0'::xid8)",
      params: () => [],
      gives: () => columns('watermark id cache_tags'),
    },
    {
      about: 'a tag is an id, a host or a platform name',
      sql: "select unnest(cache_tags) as tag from platform.cache_tags_since('0'::xid8)",
      params: () => [],
      gives: () => (rows) => {
        const strange = rows.filter(({ tag }) => !tagForm.test(String(tag)));
        return strange.length === 0 ? null : `gives ${strange.map(({ tag }) => tag)}`;
      },
    },
  ],
  ...accountCases,
  ...broadcastCases,
  ...domainCases,
  ...invitationCases,
  ...jobCases,
  ...lifeCases,
  ...memberCases,
  ...realtimeCases,
  ...removalCases,
  ...searchCases,
  ...sessionCases,
  ...supportCases,
  ...ticketCases,
  ...identityCases,
  ...tokenCases,
  ...keyCases,
  ...limitCases,
  ...twoFactorCases,
};
