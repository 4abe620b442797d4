import { Agent, request } from 'node:http';
import { readUploads } from '../../admin/porting/read-uploads';

export interface Question {
  /** Host header, sent as it is. */
  host: string;
  /** Sent as it is: neither decoded nor normalised. */
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Puts a question to the server under test. Saboteurs replace it. */
export type Ask = (question: Question) => Promise<Answer>;

/** Gives the way to ask a server on this machine, on kept connections. */
export function createAsk(port: number): Ask & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = (question: Question) => askOnce(agent, port, question);
  return Object.assign(ask, { close: () => agent.destroy() });
}

function askOnce(agent: Agent, port: number, question: Question): Promise<Answer> {
  const { host, path, method = 'GET', headers = {}, body } = question;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port,
        path,
        method,
        host: '127.0.0.1',
        headers: { ...headers, host },
        timeout: 30_000,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const { statusCode: status = 0, headers } = incoming;
          textOf(Buffer.concat(chunks), headers['content-type']).then(
            (text) => resolve({ status, headers, body: text }),
            reject,
          );
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** What somebody could read in an answer: of an archive, what its files say. */
async function textOf(bytes: Buffer, type = ''): Promise<string> {
  if (type !== 'application/zip') return bytes.toString('utf8');
  const open = async () => new Blob([new Uint8Array(bytes)]);
  const { files } = await readUploads([{ name: 'answer.zip', size: bytes.byteLength, open }]);
  return files.map(({ name, text }) => `${name}\n${text}`).join('\n');
}
