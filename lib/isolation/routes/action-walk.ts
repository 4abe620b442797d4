import { createRecorder, type WalkReport } from '../recorder';
import type { Answer, Ask } from './ask';
import { findForeign } from './judge-answer';
import type { BuildInventory } from './list-routes';
import type { Site, Sites } from './site';

export interface ActionWalk {
  ask: Ask;
  build: BuildInventory;
  sites: Sites;
  rootHost: string;
}

/** Ways in which somebody else's page, or none, makes a browser send a form. */
const foreign: Record<string, string>[] = [
  {},
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { 'sec-fetch-site': 'same-site' },
];

/**
 * Every server action of the build, called on every kind of host: from nowhere and from other sites,
 * where it must be refused, and by a stranger from the host's own page, who must see nothing of
 * another tenant. What makes an action pass is its door, which the build demands of each.
 */
export async function walkActions({
  ask,
  build,
  sites,
  rootHost,
}: ActionWalk): Promise<WalkReport> {
  const recorder = createRecorder('actions');
  const hosts: [string, Site[]][] = [
    [sites.acme.hosts[0] ?? '', [sites.globex, sites.paused]],
    [sites.globex.hosts[0] ?? '', [sites.acme, sites.paused]],
    [rootHost, [sites.acme, sites.globex, sites.paused]],
  ];
  for (const { id, name } of build.actions) {
    if (!name) continue;
    for (const [host, others] of hosts) {
      const path = '/login';
      for (const marks of foreign) {
        const answer = await ask({ host, path, method: 'POST', ...form(id, marks) });
        const ran = `ran on ${host} for ${JSON.stringify(marks)}`;
        recorder.note(name, isRefusal(answer) ? null : ran);
      }
      const own = form(id, { origin: `http://${host}` });
      const question = { host, path, method: 'POST', ...own };
      const answer = await ask(question);
      const opened = /\.session=[^;]/.test(String(answer.headers['set-cookie'] ?? ''));
      recorder.note(name, opened ? `signed a stranger in on ${host}` : null);
      recorder.note(name, findForeign(question, answer, others));
    }
  }
  return recorder.report();
}

/**
 * Whether an action was not run. Where Next passes it on to a page that knows it, the answer's status
 * is lost, and what it threw stands in the body, or nothing.
 */
function isRefusal({ status, body }: Answer): boolean {
  return status >= 400 || body === '{}' || /^[0-9a-f]+:E\{/m.test(body);
}

/** An empty form, as Next's own script sends one. */
function form(id: string, marks: Record<string, string>) {
  const boundary = '----walk';
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n`;
  const headers = {
    accept: 'text/x-component',
    'next-action': id,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...marks,
  };
  return { headers, body: `${part}--${boundary}--\r\n` };
}
