import type { FunctionCase } from './function-cases';

const somebody = '7f000001-0000-4000-8000-0000000000aa';
const rotate =
  "select platform.rotate_refresh_token($1, $2, $3, gen_random_uuid(), 60, 'walk') as outcome";

/** Opens a family of tokens for a person of the demo. */
const opened = (email: string, at: string) =>
  `select platform.open_api_session(c.user_id, ${at}::uuid, gen_random_uuid(), 60, '', '', 'walk')::text as id
  from platform.find_credentials('${email}') c`;

/** The functions of the API's tokens: they tell nothing to who holds neither token nor password. */
export const tokenCases: Record<string, FunctionCase[]> = {
  'platform.open_api_session(p_user uuid, p_tenant uuid, p_token uuid, p_seconds integer, p_agent text, p_address text, p_request text)':
    [
      {
        about: 'opens nothing for somebody nobody knows',
        sql: "select platform.open_api_session($1, $2, gen_random_uuid(), 60, '', '', 'walk')::text as id",
        params: ({ acme }) => [somebody, acme.id],
        gives: () => [{ id: null }],
      },
      {
        about: 'opens nothing at a tenant the person does not belong to',
        sql: opened('ada@example.com', '$1'),
        params: ({ globex }) => [globex.id],
        gives: () => [{ id: null }],
      },
      {
        about: 'opens nothing at a tenant for a superuser of the platform',
        sql: opened('root@example.com', '$1'),
        params: ({ globex }) => [globex.id],
        gives: () => [{ id: null }],
      },
      {
        about: 'opens nothing on the root host for an owner',
        sql: opened('gus@example.com', 'null'),
        params: () => [],
        gives: () => [{ id: null }],
      },
    ],
  'platform.rotate_refresh_token(p_session uuid, p_tenant uuid, p_token uuid, p_next uuid, p_seconds integer, p_request text)':
    [
      {
        about: 'an unknown family has ended',
        sql: rotate,
        params: ({ acme }) => [somebody, acme.id, somebody],
        gives: () => [{ outcome: 'ended' }],
      },
      {
        about: 'one of no tenant too',
        sql: rotate,
        params: () => [somebody, null, somebody],
        gives: () => [{ outcome: 'ended' }],
      },
    ],
  'platform.has_refresh_token(p_session uuid, p_token uuid)': [
    {
      about: 'says no to who holds none',
      sql: 'select platform.has_refresh_token($1, $2)::text as has',
      params: () => [somebody, somebody],
      gives: () => [{ has: 'false' }],
    },
  ],
};
