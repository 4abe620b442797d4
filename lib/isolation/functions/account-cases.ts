import type { FunctionCase } from './function-cases';
import { ownLinkCases } from './own-link-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** A call that must give nothing. */
const inVain = (about: string, call: string, params: FunctionCase['params'] = () => []) =>
  ({
    about,
    sql: `select (${call})::text as told`,
    params,
    gives: () => [{ told: null }],
  }) satisfies FunctionCase;

const refused = (about: string, call: string, params: FunctionCase['params'] = () => []) =>
  ({ ...inVain(about, call, params), gives: () => [{ told: 'false' }] }) satisfies FunctionCase;

const none = (about: string, from: string) =>
  ({
    about,
    sql: `select * from ${from}`,
    params: () => [],
    gives: () => [],
  }) satisfies FunctionCase;

/** Opens a session of a person of the demo within the statement, as `o.sid`. */
const opened = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, ${at}::uuid, 'browser', 60, '', '', '') as sid) o`;

/** At a tenant, where nobody changes what they are on all of them. */
const atTenant = (about: string, call: string) =>
  ({
    about,
    sql: `select (${call})::text as told ${opened('ada@example.com', '$1')}`,
    params: (tenants) => [tenants.acme.id],
    gives: () => [{ told: 'false' }],
  }) satisfies FunctionCase;

/**
 * The functions of accounts. They run before anybody is known, or for somebody on all tenants at
 * once: what keeps them narrow is that each takes the id of a link or of a live session.
 */
export const accountCases: Record<string, FunctionCase[]> = {
  ...ownLinkCases,
  'platform.ask_registration(p_tenant uuid, p_email text, p_name text, p_hash text)': [
    {
      about: 'a tenant that is not open, and one that is none, take nobody',
      sql: `select count(*)::int as taken from unnest(array['${nobody}', $1]::uuid[]) t
        where platform.ask_registration(t, 'case@example.com', 'Case', 'hash')`,
      params: (tenants) => [tenants.paused.id],
      gives: () => (rows) => (rows[0]?.taken === 0 ? null : `took ${rows[0]?.taken}`),
    },
  ],
  'platform.ask_signup(p_email text, p_name text, p_hash text, p_slug text, p_site text)': [
    inVain(
      'tells nothing',
      "platform.ask_signup('case@example.com', 'Case', 'hash', 'case', 'Case')",
    ),
  ],
  'platform.ask_reset(p_email text, p_tenant uuid)': [
    inVain('tells nothing, known or not', "platform.ask_reset('ada@example.com', null)"),
  ],
  'platform.ask_again(p_email text)': [
    inVain('tells nothing, known or not', "platform.ask_again('nobody@example.com')"),
  ],
  'platform.is_slug_free(p_slug text)': [
    refused('a slug that is in use', "platform.is_slug_free('globex')"),
  ],
  'platform.join_tenant(p_session uuid, p_request text)': [
    inVain('nobody joins anything', `platform.join_tenant('${nobody}', '')`),
    {
      about: 'a tenant that is not open takes nobody, whichever is bound',
      sql: `select platform.join_tenant(o.sid, '')::text as told ${opened('gus@example.com', '$1')}`,
      params: (tenants) => [tenants.acme.id],
      gives: () => [{ told: 'closed' }],
    },
  ],
  'platform.change_password(p_session uuid, p_hash text, p_request text)': [
    refused('nobody’s', `platform.change_password('${nobody}', 'hash', '')`),
    atTenant('not by a session of a tenant', "platform.change_password(o.sid, 'hash', '')"),
  ],
  'platform.change_name(p_session uuid, p_name text, p_request text)': [
    refused('nobody’s', `platform.change_name('${nobody}', 'Case', '')`),
    atTenant('not by a session of a tenant', "platform.change_name(o.sid, 'Case', '')"),
  ],
  'platform.ask_email_change(p_session uuid, p_email text)': [
    refused('nobody’s', `platform.ask_email_change('${nobody}', 'case@example.com')`),
    atTenant(
      'not by a session of a tenant',
      "platform.ask_email_change(o.sid, 'case@example.com')",
    ),
  ],
  'platform.find_email_change(p_session uuid)': [
    none('nobody’s', `platform.find_email_change('${nobody}')`),
  ],
  'platform.stop_email_change(p_session uuid)': [
    refused('nobody’s', `platform.stop_email_change('${nobody}')`),
    atTenant('not by a session of a tenant', 'platform.stop_email_change(o.sid)'),
  ],
  'platform.prune_links(p_limit integer)': [
    {
      about: 'does nothing inside a tenant, and tells a number',
      sql: `select platform.prune_links(10) as gone,
        nullif(current_setting('app.tenant_id', true), '') is null as nobody`,
      params: () => [],
      gives: () => (rows) => {
        const [row] = rows;
        const isFine = row?.nobody ? typeof row.gone === 'number' : row?.gone === 0;
        return isFine ? null : `gives ${row?.gone}`;
      },
    },
  ],
};
