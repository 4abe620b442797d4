import { type AppClient, appClient } from '../../db/client';

/** Tells whether a new tenant could have a slug at this moment. Making it has the last word. */
export async function isSlugFree(slug: string, client: AppClient = appClient()): Promise<boolean> {
  await client.verified();
  const [row] = await client.query((sql) => sql`select platform.is_slug_free(${slug}) as free`);
  return row?.free ?? false;
}
