import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import sharp from 'sharp';
import { diskStorage } from '../../media/storage/disk-storage';
import type { Tenants } from './fill-database';
import { connect, type ScratchDatabase } from './scratch-server';
import type { WalkTenant } from './tenants';

/** The file name of a tenant's one picture that has bytes. */
export function pictureName({ word }: Pick<WalkTenant, 'word'>): string {
  return `picture-${word}.png`;
}

/** Gives each tenant that has rows a picture with its bytes, as the cover of a post that only it has. */
export async function plantPictures(
  database: ScratchDatabase,
  tenants: Tenants,
  dataDir: string,
): Promise<void> {
  const sql = connect(database.adminUrl);
  for (const name of ['acme', 'globex', 'paused'] as const) {
    await plant(sql, tenants[name], dataDir);
  }
  await sql.end({ timeout: 2 });
}

async function plant(sql: Sql, tenant: WalkTenant, dataDir: string): Promise<void> {
  const { id: tenantId, word } = tenant;
  const background = `#${createHash('sha256').update(word).digest('hex').slice(0, 6)}`;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
  const id = randomUUID();
  await diskStorage(dataDir).put({ tenantId, mediaId: id, width: null }, bytes, 'image/png');
  await sql`
    insert into pool.media (id, tenant_id, file_name, alt, content_type, bytes, stored_bytes, width,
      height, sha256)
    values (${id}, ${tenantId}, ${pictureName(tenant)}, ${`Sight of the ${word}`}, 'image/png',
      ${bytes.length}, ${bytes.length}, 40, 30, ${word})`;
  await sql`
    update pool.posts set cover_id = ${id} where tenant_id = ${tenantId} and slug = ${`only-${word}`}`;
}
