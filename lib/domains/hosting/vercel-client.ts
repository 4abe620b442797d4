/** What the hosting platform says of a domain. */
export interface HostedDomain {
  state: 'ready' | 'pending';
  note: string;
}

/** Tells a hosting platform which domains it has to answer for. Each call may be repeated. */
export interface HostingClient {
  add(hostname: string): Promise<HostedDomain>;
  remove(hostname: string): Promise<void>;
}

interface Options {
  token: string;
  projectId: string;
  teamId?: string;
  /** Tests have a server of their own. */
  origin?: string;
}

interface Answer {
  verified?: boolean;
  misconfigured?: boolean;
  verification?: { type: string; domain: string; value: string }[];
  error?: { code?: string; message?: string };
}

const patienceMilliseconds = 10_000;

/**
 * The domain part of Vercel's REST API, as its reference documents it. Tested against a local server
 * with answers of that shape; it never met the real one.
 *
 * @throws Error with what the API said; the job that asked tries again.
 */
export function vercelClient({
  token,
  projectId,
  teamId,
  origin = 'https://api.vercel.com',
}: Options): HostingClient {
  const ask = async (method: string, path: string, body?: object) => {
    const url = new URL(path, origin);
    if (teamId) url.searchParams.set('teamId', teamId);
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMilliseconds),
      redirect: 'error',
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    return { status: response.status, answer };
  };
  const project = encodeURIComponent(projectId);
  const pathOf = (hostname: string) =>
    `/v9/projects/${project}/domains/${encodeURIComponent(hostname)}`;
  return {
    async add(hostname) {
      const added = await ask('POST', `/v10/projects/${project}/domains`, { name: hostname });
      if (added.status >= 300) {
        // Added before, by this job or by hand: then the project has it, which its own address tells.
        const known = await ask('GET', pathOf(hostname));
        if (known.status !== 200) throw fault('add', hostname, added);
        added.answer = known.answer;
      }
      const config = await ask('GET', `/v6/domains/${encodeURIComponent(hostname)}/config`);
      return hosted(added.answer, config.status === 200 ? config.answer : {});
    },
    async remove(hostname) {
      const removed = await ask('DELETE', pathOf(hostname));
      if (removed.status >= 300 && removed.status !== 404) throw fault('remove', hostname, removed);
    },
  };
}

function hosted({ verified, verification = [] }: Answer, { misconfigured }: Answer): HostedDomain {
  const [asked] = verification;
  if (verified === false) {
    const record = asked ? ` It asks for ${asked.type} ${asked.domain} ${asked.value}.` : '';
    return { state: 'pending', note: `Vercel has not verified it.${record}`.slice(0, 300) };
  }
  if (misconfigured) return { state: 'pending', note: 'Vercel does not see its DNS records yet.' };
  return { state: 'ready', note: '' };
}

function fault(
  verb: string,
  hostname: string,
  { status, answer }: { status: number; answer: Answer },
) {
  const said = answer.error?.message ?? answer.error?.code ?? 'no reason given';
  return new Error(`Vercel did not ${verb} ${hostname}: ${status}, ${said}`.slice(0, 300));
}
