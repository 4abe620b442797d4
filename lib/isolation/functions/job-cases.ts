import type { FunctionCase, RowTest } from './function-cases';

const noLease = '00000000-0000-4000-8000-000000000000';
const unbound = "nullif(current_setting('app.tenant_id', true), '') is null as unbound";

/** Whatever tenant is bound, what crosses tenants does nothing and tells nothing. */
const onlyUnbound =
  (isNothing: (row: Record<string, unknown>) => boolean): RowTest =>
  (rows) => {
    const telling = rows.find((row) => row.unbound !== true && !isNothing(row));
    return telling ? `tells a tenant ${JSON.stringify(telling)}` : null;
  };

const noRowsWhenBound = onlyUnbound(() => false);

/** The functions of the worker. Jobs and events of several tenants are due while they are called. */
export const jobCases: Record<string, FunctionCase[]> = {
  'platform.fan_out_events(p_reactions jsonb, p_limit integer, p_ordered text[])': [
    {
      about: 'tells a tenant nothing and does nothing for it',
      sql: `select platform.fan_out_events('{"*": ["planted"]}', 1) as told, ${unbound}`,
      params: () => [],
      gives: () => onlyUnbound(({ told }) => told === 0),
    },
  ],
  'platform.lease_jobs(p_limit integer, p_seconds integer, p_turn uuid)': [
    {
      about: 'lends no job inside a tenant',
      sql: `select j.*, ${unbound} from platform.lease_jobs(1, 0) j`,
      params: () => [],
      gives: () => noRowsWhenBound,
    },
    {
      about: 'lends number, lease, kind, attempt and turn, and no content',
      sql: 'select * from platform.lease_jobs(1, 0)',
      params: () => [],
      gives: () => (rows) => {
        const given = Object.keys(rows[0] ?? {}).join(' ');
        return given === '' || given === 'id lease_id kind attempts turn' ? null : `gives ${given}`;
      },
    },
  ],
  'platform.read_job(p_id bigint, p_lease uuid)': [
    {
      about: 'gives nothing without the lease',
      sql: 'select r.* from generate_series(1, 100) id, platform.read_job(id, $1) r',
      params: () => [noLease],
      gives: () => [],
    },
  ],
  'platform.finish_job(p_id bigint, p_lease uuid)': [
    {
      about: 'finishes nothing without the lease',
      sql: 'select bool_or(platform.finish_job(id, $1)) as held from generate_series(1, 100) id',
      params: () => [noLease],
      gives: () => (rows) => (rows[0]?.held === false ? null : 'finishes a job of others'),
    },
  ],
  'platform.keep_job(p_id bigint, p_lease uuid, p_seconds integer, p_done integer, p_total integer, p_words text)':
    [
      {
        about: 'keeps nothing and says nothing of a job without the lease',
        sql: "select bool_or(platform.keep_job(id, $1, 60, 1, 2, 'x')) as held from generate_series(1, 100) id",
        params: () => [noLease],
        gives: () => (rows) => (rows[0]?.held === false ? null : 'keeps a job of others'),
      },
    ],
  'platform.fail_job(p_id bigint, p_lease uuid, p_error text, p_retry_seconds double precision, p_failure text)':
    [
      {
        about: 'fails nothing without the lease',
        sql: "select bool_or(platform.fail_job(id, $1, 'x', null)) as held from generate_series(1, 100) id",
        params: () => [noLease],
        gives: () => (rows) => (rows[0]?.held === false ? null : 'fails a job of others'),
      },
    ],
  'platform.job_health()': [
    {
      about: 'tells a tenant nothing',
      sql: `select h.*, ${unbound} from platform.job_health() h`,
      params: () => [],
      gives: () => noRowsWhenBound,
    },
  ],
  'platform.plan_cron(p_name text, p_slot timestamp with time zone, p_tenants text)': [
    {
      about: 'plans nothing for a tenant, its own or others’',
      sql: `select platform.plan_cron('planted', now() - interval '1 hour', 'all')
        + platform.plan_cron('planted', now(), 'all') as made, ${unbound}`,
      params: () => [],
      gives: () => onlyUnbound(({ made }) => made === 0),
    },
  ],
  'platform.prune(p_limit integer)': [
    {
      about: 'takes nothing away for a tenant',
      sql: `select platform.prune(0) as gone, ${unbound}`,
      params: () => [],
      gives: () => onlyUnbound(({ gone }) => gone === 0),
    },
  ],
  'platform.seal_audit(p_tenant uuid, p_limit integer)': [
    {
      about: 'a tenant seals its own log and learns nothing of another’s',
      sql: "select platform.seal_audit($1::uuid, 1) as more, current_setting('app.tenant_id', true) as bound",
      params: (tenants) => [tenants.globex.id],
      gives: (tenants) => (rows) =>
        rows.some(({ more, bound }) => bound === tenants.acme.id && more !== false)
          ? 'tells acme that globex has unsealed events'
          : null,
    },
  ],
  'platform.list_unsealed(p_limit integer)': [
    {
      about: 'tells a tenant nothing of who has events to seal',
      sql: `select u.*, ${unbound} from platform.list_unsealed(100) u`,
      params: () => [],
      gives: () => noRowsWhenBound,
    },
  ],
  'platform.note_seal_fault(p_tenant uuid, p_reason text)': [
    {
      about: 'notes nothing for a tenant, of whomever',
      sql: `select platform.note_seal_fault($1::uuid, 'x') as attempts, ${unbound}`,
      params: (tenants) => [tenants.globex.id],
      gives: () => onlyUnbound(({ attempts }) => attempts === null),
    },
    {
      about: 'notes nothing of a tenant that is not there',
      sql: 'select platform.note_seal_fault($1::uuid, null)::text as attempts',
      params: () => [noLease],
      gives: () => [{ attempts: null }],
    },
  ],
};
