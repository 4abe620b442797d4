import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import {
  type AnswerRecord,
  answerCodes,
  type Question,
  type RecordType,
  readQuestion,
  recordTypes,
  writeAnswer,
} from './dns-message';

/** What a server does with a name instead of answering from its records. */
export type DnsMood = 'silent' | 'servfail' | 'refused' | 'garbage';

/** A DNS server of a test's own, by UDP and TCP on one port of this machine. */
export interface DnsServer {
  /** For DNS_SERVER. */
  address: string;
  /** Replaces the values of a name; none takes them away. */
  set(name: string, type: RecordType, ...values: string[]): void;
  /** Makes every question for a name go wrong; null lets it answer again. */
  upset(name: string, mood: DnsMood | null): void;
  /** Questions so far, as `TXT blog.acme.test`. */
  asked: string[];
  close(): Promise<void>;
}

const mostBytesByUdp = 512;
const mostHops = 10;

/** Starts it. A name without records is NXDOMAIN; CNAMEs are followed as a resolver does it. */
export async function startDnsServer(): Promise<DnsServer> {
  const records = new Map<string, string[]>();
  const moods = new Map<string, DnsMood>();
  const asked: string[] = [];
  const reply = (message: Buffer, byTcp: boolean): Buffer | null => {
    const question = readQuestion(message);
    asked.push(`${typeName(question.type)} ${question.name}`);
    const mood = moods.get(question.name);
    if (mood === 'silent') return null;
    if (mood === 'garbage') return Buffer.concat([message.subarray(0, 2), Buffer.from('garbage')]);
    if (mood) return writeAnswer(question, answerCodes[mood], []);
    const { code, found } = answerFrom(records, question);
    const whole = writeAnswer(question, code, found);
    return byTcp || whole.length <= mostBytesByUdp ? whole : writeAnswer(question, code, [], true);
  };
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    socket.on('error', () => {});
    let waiting = Buffer.alloc(0);
    socket.on('data', (part) => {
      waiting = Buffer.concat([waiting, part]);
      const length = waiting.length < 2 ? Number.POSITIVE_INFINITY : waiting.readUInt16BE(0);
      if (waiting.length < length + 2) return;
      const answer = reply(waiting.subarray(2, length + 2), true);
      waiting = waiting.subarray(length + 2);
      if (!answer) return;
      const size = Buffer.alloc(2);
      size.writeUInt16BE(answer.length);
      socket.write(Buffer.concat([size, answer]));
    });
  });
  const udp = createSocket('udp4');
  udp.on('message', (message, from) => {
    const answer = reply(message, false);
    if (answer) udp.send(answer, from.port, from.address);
  });
  await once(tcp.listen(0, '127.0.0.1'), 'listening');
  const { port } = tcp.address() as AddressInfo;
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    address: `127.0.0.1:${port}`,
    asked,
    set: (name, type, ...values) => void records.set(`${type} ${name}`, values),
    upset: (name, mood) => void (mood ? moods.set(name, mood) : moods.delete(name)),
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

function answerFrom(records: Map<string, string[]>, { name, type }: Question) {
  const found: AnswerRecord[] = [];
  const wanted = typeName(type);
  const of = (kind: string, at: string) => records.get(`${kind} ${at}`) ?? [];
  let at = name;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const own = of(wanted, at);
    found.push(...own.map((value) => ({ name: at, type: wanted, value })));
    const [next] = wanted === 'CNAME' ? [] : of('CNAME', at);
    if (own.length > 0 || !next) break;
    found.push({ name: at, type: 'CNAME', value: next });
    at = next;
  }
  const isKnown =
    found.length > 0 || Object.keys(recordTypes).some((kind) => of(kind, name).length > 0);
  return { code: isKnown ? answerCodes.ok : answerCodes.nxdomain, found };
}

function typeName(type: number): RecordType {
  const known = Object.entries(recordTypes).find(([, number]) => number === type);
  return (known?.[0] ?? 'A') as RecordType;
}
