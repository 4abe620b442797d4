import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskStorage } from '../../media/storage/disk-storage';
import type { MediaStorage } from '../../media/storage/media-storage';
import { storagePath } from '../../media/storage/storage-place';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import type { WalkTenant } from '../world/tenants';

interface PathWalk {
  tenants: Pick<Tenants, 'acme' | 'globex'>;
  /** That of the application, unless a saboteur has changed it. */
  pathOf?: typeof storagePath;
}

const hostile = ['..', '../..', 'a/b', '', '*', '%2e%2e', '\0', 'C:\\'];

/**
 * Where files lie: each tenant's path begins with its own id and holds nobody else's, two tenants'
 * files of one id never meet, what one destroys is all its own, and nothing but an id is taken.
 */
export async function walkStorage({
  tenants,
  pathOf = storagePath,
}: PathWalk): Promise<WalkReport> {
  const recorder = createRecorder('media/paths');
  const folder = await mkdtemp(join(tmpdir(), 'storage-walk-'));
  const storage = diskStorage(folder, pathOf);
  const { acme, globex } = tenants;
  for (const [own, other] of [
    [acme, globex],
    [globex, acme],
  ] as const) {
    judgePaths(recorder, pathOf, own, other);
    await judgeFiles(recorder, storage, own, other);
  }
  await rm(folder, { recursive: true, force: true });
  return recorder.report();
}

function judgePaths(
  recorder: Recorder,
  pathOf: typeof storagePath,
  own: WalkTenant,
  other: WalkTenant,
): void {
  for (const width of [null, 480]) {
    const path = pathOf({ tenantId: own.id, mediaId: randomUUID(), width });
    const isOwn = path.startsWith(`media/${own.id}/`) && !path.includes(other.id);
    recorder.note('a path', isOwn ? null : `is ${path}`);
  }
  for (const id of hostile) {
    for (const place of [
      { tenantId: id, mediaId: own.id, width: null },
      { tenantId: own.id, mediaId: id, width: null },
    ]) {
      recorder.note('a hostile id', throws(() => pathOf(place)) ? null : `takes ${id}`);
    }
  }
}

async function judgeFiles(
  recorder: Recorder,
  storage: MediaStorage,
  own: WalkTenant,
  other: WalkTenant,
): Promise<void> {
  const mediaId = randomUUID();
  const place = ({ id }: WalkTenant) => ({ tenantId: id, mediaId, width: null });
  const textOf = async (tenant: WalkTenant) => (await storage.get(place(tenant)))?.toString();
  await storage.put(place(other), Buffer.from(other.word), 'text/plain');
  recorder.note('a file', (await textOf(own)) === undefined ? null : 'shows another tenant’s');
  await storage.put(place(own), Buffer.from(own.word), 'text/plain');
  recorder.note('a file', (await textOf(other)) === other.word ? null : 'overwrites another’s');
  await storage.removeTenant(own.id);
  recorder.note('a purge', (await textOf(own)) === undefined ? null : 'leaves files');
  recorder.note('a purge', (await textOf(other)) === other.word ? null : 'takes another’s files');
}

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
