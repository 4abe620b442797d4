import { readEmbeddedUrls } from '../embedded/read-embedded-urls.mjs';
import { env } from '../env';

/**
 * Finds the database the CLI works on: the variables when they are set, else the embedded server of
 * a running `npm start`. The addresses are put into the environment, where everything reads them.
 *
 * @throws Error when there is neither.
 */
export async function takeDatabaseAddresses(): Promise<void> {
  if (env().DATABASE_URL || env().DATABASE_OWNER_URL) return;
  const urls = await readEmbeddedUrls(env().DATA_DIR);
  if (!urls) {
    throw new Error(
      'No database: DATABASE_URL and DATABASE_OWNER_URL are not set, and no embedded database ' +
        `runs in ${env().DATA_DIR}. Start it with \`npm start\` in another terminal.`,
    );
  }
  env().DATABASE_URL = urls.DATABASE_URL;
  env().DATABASE_OWNER_URL = urls.DATABASE_OWNER_URL;
}
