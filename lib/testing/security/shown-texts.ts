import { vi } from 'vitest';
import { adminResources } from '../../admin/registry';
import type { MemberContext } from '../../auth/viewer';
import { runCli } from '../../cli/run-cli';
import { log } from '../../log';
import { exportCsv } from '../../resources/export-csv';
import { listQuery } from '../../resources/testing/suite-world';
import type { ApiClient } from '../tenant-test/api-client';

/** All that an owner gets out of a tenant: lists, records and files of everything, the audit log too. */
export async function textsForOwner(api: ApiClient, asOwner: MemberContext): Promise<string[]> {
  const texts: string[] = [];
  const read = async (path: string) => {
    const { status, text, json } = await api.as(asOwner).get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    texts.push(text);
    return (json.data ?? []) as { id: string }[];
  };
  for (const path of ['/me', '/tenant', ...adminResources.map(({ name }) => `/${name}`)]) {
    for (const { id } of await read(path)) await read(`${path}/${id}`);
  }
  for (const resource of adminResources) {
    for await (const part of exportCsv(asOwner, resource, listQuery(resource))) texts.push(part);
  }
  return texts;
}

/** What is printed for operators: by the command line, and by the log of an event with secrets in it. */
export async function textsForOperators(slug: string, secrets: object): Promise<string[]> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { level } = log;
  try {
    log.level = 'fatal';
    log.fatal({ event: 'test.sign_in', ...secrets, user: secrets }, 'somebody signs in');
    await runCli(['show', '--tenant', slug, '--json']);
    await runCli(['list', '--json']);
    await runCli(['jobs', 'list', '--json']);
    return written.mock.calls.map(([chunk]) => String(chunk));
  } finally {
    log.level = level;
    written.mockRestore();
  }
}
