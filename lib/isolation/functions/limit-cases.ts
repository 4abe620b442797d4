import type { FunctionCase } from './function-cases';

/** The functions of limits, state and presence: each concerns the tenant that is bound, or nobody's rows. */
export const limitCases: Record<string, FunctionCase[]> = {
  'platform.use_storage(p_bytes bigint)': [
    {
      about: 'takes nothing of anybody who is not bound, and tells only what the bound one uses',
      // What is used already is no matter: files of the tenant are counted, too.
      sql: `select (platform.use_storage(7) - platform.use_storage(-7))::int as moved,
        nullif(current_setting('app.tenant_id', true), '') is null as nobody`,
      params: () => [],
      gives: () => (rows) => {
        const [row] = rows;
        if (row?.nobody) return row.moved === null ? null : `gives ${row.moved} to nobody`;
        return row?.moved === 7 ? null : `moves ${row?.moved}`;
      },
    },
  ],
  'platform.take_points(p_key text, p_points integer, p_limit integer, p_seconds integer)': [
    {
      about: 'tells how many there were and how long to wait, and no more',
      sql: "select * from platform.take_points('case', 1, 1000, 60)",
      params: () => [],
      gives: () => (rows) => {
        const given = rows.map((row) => Object.keys(row).join(' ')).join('; ');
        return given === 'granted remaining wait_seconds' ? null : `gives ${given}`;
      },
    },
  ],
  'platform.prune_state(p_limit integer)': prunesUnbound('platform.prune_state'),
  'platform.prune_presence(p_limit integer)': prunesUnbound('platform.prune_presence'),
  'platform.prune_channel_sessions(p_limit integer)': prunesUnbound(
    'platform.prune_channel_sessions',
  ),
};

function prunesUnbound(name: string): FunctionCase[] {
  return [
    {
      about: 'does nothing inside a tenant, and tells a number',
      sql: `select ${name}(10) as gone,
        nullif(current_setting('app.tenant_id', true), '') is null as nobody`,
      params: () => [],
      gives: () => (rows) => {
        const [row] = rows;
        const isFine = row?.nobody ? typeof row.gone === 'number' : row?.gone === 0;
        return isFine ? null : `gives ${row?.gone}`;
      },
    },
  ];
}
