import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

/** Opens a session of a person of the demo within the statement, as `o.sid`. */
const opened = (email: string, at: string) => `
  from platform.find_credentials('${email}') c,
  lateral (select platform.open_session(c.user_id, ${at}::uuid, 'browser', 60, '', '', '') as sid) o`;

const gives = (about: string, sql: string, row: Record<string, string | null>) =>
  ({
    about,
    sql,
    params: (tenants) => (sql.includes('$1') ? [tenants.acme.id] : []),
    gives: () => [row],
  }) satisfies FunctionCase;

/**
 * Accounts that end, and copies of what is known of people. The key to each is a live session of the
 * root host; that of a tenant's host is none.
 */
export const removalCases: Record<string, FunctionCase[]> = {
  'platform.read_own_removal(p_session uuid)': [
    gives('nobody’s session', `select platform.read_own_removal('${nobody}')::text as plan`, {
      plan: null,
    }),
    gives(
      'a session of a tenant’s host',
      `select platform.read_own_removal(o.sid)::text as plan ${opened('ada@example.com', '$1')}`,
      { plan: null },
    ),
  ],
  'platform.delete_own_account(p_session uuid, p_tenants uuid[], p_erase boolean, p_grace_seconds integer, p_request text)':
    [
      gives(
        'nobody’s session',
        `select platform.delete_own_account('${nobody}', '{}', true, 0, '')::text as gone`,
        { gone: null },
      ),
      gives(
        'a session of a tenant’s host',
        `select platform.delete_own_account(o.sid, array[$1]::uuid[], true, 0, '')::text as gone
          ${opened('ada@example.com', '$1')}`,
        { gone: null },
      ),
      gives(
        'another site than those they own',
        `select platform.delete_own_account(o.sid, array[$1]::uuid[], true, 0, '')::text as gone
          ${opened('gus@example.com', 'null')}`,
        { gone: '{"changed": true}' },
      ),
    ],
  'platform.erased_people()': [
    {
      about: 'gives ids and nothing else',
      sql: 'select * from platform.erased_people()',
      params: () => [],
      gives: () => (rows) => {
        const given = Object.keys(rows[0] ?? {}).join(' ');
        return given === '' || given === 'erased_people' ? null : `gives ${given}`;
      },
    },
  ],
  'platform.ask_export(p_session uuid, p_seconds integer, p_request text)': [
    gives('nobody’s session', `select platform.ask_export('${nobody}', 60, '')::text as id`, {
      id: null,
    }),
    gives(
      'a session of a tenant’s host',
      `select platform.ask_export(o.sid, 60, '')::text as id ${opened('ada@example.com', '$1')}`,
      { id: null },
    ),
  ],
  'platform.find_export_person(p_export uuid)': [
    gives('nobody’s copy', `select platform.find_export_person('${nobody}')::text as id`, {
      id: null,
    }),
  ],
  'platform.put_export_piece(p_export uuid, p_seq integer, p_last boolean, p_content jsonb)': [
    gives(
      'nobody’s copy',
      `select platform.put_export_piece('${nobody}', 0, true, '{}')::text as done`,
      { done: 'false' },
    ),
  ],
  'platform.fill_account_export(p_export uuid)': [
    gives('nobody’s copy', `select platform.fill_account_export('${nobody}')::text as done`, {
      done: 'false',
    }),
  ],
  'platform.read_own_export(p_session uuid)': [
    gives(
      'nobody’s session',
      `select count(*)::text as n from platform.read_own_export('${nobody}') e where e is not null`,
      { n: '0' },
    ),
    gives(
      'a session of a tenant’s host',
      `select count(e)::text as n ${opened('ada@example.com', '$1')},
        lateral platform.read_own_export(o.sid) e`,
      { n: '0' },
    ),
  ],
  'platform.read_export_piece(p_session uuid, p_export uuid, p_n integer)': [
    gives(
      'nobody’s copy',
      `select platform.read_export_piece(o.sid, '${nobody}', 0)::text as piece
        ${opened('ada@example.com', 'null')}`,
      { piece: null },
    ),
    gives(
      'somebody else’s copy',
      `select platform.read_export_piece(o.sid, e.id, 0)::text as piece
        from (select platform.ask_export(s.sid, 60, '') as id from (select platform.open_session(c.user_id,
          null, 'browser', 60, '', '', '') as sid from platform.find_credentials('ada@example.com') c) s) e,
        lateral (select platform.open_session(d.user_id, null, 'browser', 60, '', '', '') as sid
          from platform.find_credentials('gus@example.com') d) o`,
      { piece: null },
    ),
  ],
  'platform.prune_exports(p_limit integer)': [
    {
      about: 'takes nothing away inside a tenant, and tells a number',
      sql: `select platform.prune_exports(0) as gone`,
      params: () => [],
      gives: () => (rows) => (rows[0]?.gone === 0 ? null : 'takes away more than it may'),
    },
  ],
};
