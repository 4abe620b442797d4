import postgres from 'postgres';
import { type Examination, type Finding, fault, warning } from './diagnosis';

const oldestServer = 150_000;
const mostSecondsApart = 30;

/** Both roles reach the same database, which is new enough and agrees about the time. */
export const examineDatabase: Examination = {
  name: 'database',
  comesFirst: true,
  run: async ({ ownerUrl, appUrl }) => {
    const owner = await ask(ownerUrl);
    if ('finding' in owner) return [named(owner.finding, 'DATABASE_OWNER_URL')];
    const app = await ask(appUrl);
    if ('finding' in app) return [named(app.finding, 'DATABASE_URL')];
    const found: Finding[] = [];
    if (owner.place !== app.place) {
      const remedy = 'Let DATABASE_URL and DATABASE_OWNER_URL name one database.';
      found.push(fault('The two addresses lead to different databases.', remedy));
    }
    if (owner.version < oldestServer) {
      const what = `The server is PostgreSQL ${Math.floor(owner.version / 10_000)}; 15 or newer is needed.`;
      found.push(fault(what, 'Move to a newer server.'));
    }
    const apart = Math.round(Math.abs(owner.now - Date.now()) / 1000);
    if (apart > mostSecondsApart) {
      const what = `The clock of the database and that of this machine are ${apart} seconds apart.`;
      found.push(warning(what, 'Set both by a time server: sessions and jobs end by the clock.'));
    }
    return found;
  },
};

type Answer = { place: string; version: number; now: number };

async function ask(url: string): Promise<Answer | { finding: string }> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`
      select system_identifier::text || ' ' || current_database() as place,
        current_setting('server_version_num')::int as version,
        extract(epoch from clock_timestamp())::float8 * 1000 as now
      from pg_control_system()`.catch(
      () => sql`
        select current_database() || ' ' || coalesce(inet_server_addr()::text, '') || ' '
            || coalesce(inet_server_port()::text, '') as place,
          current_setting('server_version_num')::int as version,
          extract(epoch from clock_timestamp())::float8 * 1000 as now`,
    );
    return row as unknown as Answer;
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string };
    return { finding: message || code || 'no answer' };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function named(reason: string, variable: string): Finding {
  const remedy = `See that the server runs and that ${variable} is right; with neither set, \`npm start\` brings one.`;
  return fault(`${variable} leads nowhere: ${reason}.`, remedy);
}
