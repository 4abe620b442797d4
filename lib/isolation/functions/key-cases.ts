import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';
const check = 'select * from platform.check_api_key($1, $2)';
const nothing = (about: string, params: FunctionCase['params'], sql = check) =>
  ({ about, sql, params, gives: () => [] }) satisfies FunctionCase;

/** The functions of API keys: they tell nothing to who does not hold the key, or is not bound. */
export const keyCases: Record<string, FunctionCase[]> = {
  'platform.check_api_key(p_hash text, p_tenant uuid)': [
    nothing('a hash nobody has', ({ acme }) => ['0'.repeat(64), acme.id]),
    nothing('a pattern is no hash', ({ acme }) => ['%', acme.id]),
    nothing('nothing', ({ acme }) => [null, acme.id]),
    nothing('no tenant', () => ['0'.repeat(64), null]),
    nothing(
      'a key of globex asked for at acme, and each where it is not known',
      ({ acme, globex }) => [acme.id, globex.id],
      `select c.* from platform.api_keys k, lateral platform.check_api_key(k.secret_hash,
        case k.tenant_id when $1::uuid then $2::uuid else $1::uuid end) c`,
    ),
  ],
  'platform.api_key_maker(p_key uuid)': [
    nothing('an id nobody has', () => [nobody], 'select * from platform.api_key_maker($1)'),
    {
      about: 'tells of the keys of the tenant that is bound, a name and no more',
      sql: 'select m.* from platform.api_keys k, lateral platform.api_key_maker(k.id) m',
      params: () => [],
      gives: () => (rows) => {
        const given = new Set(rows.map((row) => Object.keys(row).join(' ')));
        const strange = [...given].filter((names) => names !== 'name is_able');
        return strange.length === 0 ? null : `gives ${strange}`;
      },
    },
  ],
};
