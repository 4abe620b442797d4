import type { FunctionCase } from './function-cases';

const nobody = '00000000-0000-4000-8000-000000000000';

const nothing = (about: string, sql: string): FunctionCase => ({
  ...{ about, sql },
  params: () => [],
  gives: () => [],
});

/** What realtime asks without a tenant: by a session, or by a connection that has gone. */
export const realtimeCases: Record<string, FunctionCase[]> = {
  'platform.list_own_public_groups(p_session uuid)': [
    nothing('an id nobody has', `select * from platform.list_own_public_groups('${nobody}')`),
    nothing('nothing', 'select * from platform.list_own_public_groups(null)'),
  ],
  'platform.end_channel_sessions(p_socket text)': [
    nothing('a connection nobody has', "select * from platform.end_channel_sessions('1.1')"),
    nothing('a pattern is no connection', "select * from platform.end_channel_sessions('%')"),
    nothing('nothing', 'select * from platform.end_channel_sessions(null)'),
  ],
};
