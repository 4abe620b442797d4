/** Types of records by their number in a message. */
export const recordTypes = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 } as const;

export type RecordType = keyof typeof recordTypes;

/** Answer codes (RFC 1035, 4.1.1). */
export const answerCodes = { ok: 0, servfail: 2, nxdomain: 3, refused: 5 } as const;

export interface Question {
  id: number;
  name: string;
  type: number;
  /** The question as it came, to be sent back. */
  bytes: Buffer;
}

export interface AnswerRecord {
  name: string;
  type: RecordType;
  value: string;
}

const headerBytes = 12;

/** Reads the one question of a message. */
export function readQuestion(message: Buffer): Question {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = message.readUInt16BE(at + 1);
  const bytes = message.subarray(headerBytes, at + 5);
  return { id: message.readUInt16BE(0), name: labels.join('.').toLowerCase(), type, bytes };
}

/** Writes an answer; `isCut` tells the client to ask again by TCP. */
export function writeAnswer(
  { id, bytes }: Question,
  code: number,
  records: AnswerRecord[],
  isCut = false,
): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x8580 | (isCut ? 0x0200 : 0) | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, bytes, ...records.map(recordBytes)]);
}

function recordBytes({ name, type, value }: AnswerRecord): Buffer {
  const data = dataOf(type, value);
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(recordTypes[type], 0);
  fixed.writeUInt16BE(1, 2);
  // No time to live: the next question is a new one.
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([nameBytes(name), fixed, data]);
}

function dataOf(type: RecordType, value: string): Buffer {
  if (type === 'A') return Buffer.from(value.split('.').map(Number));
  if (type === 'AAAA') return addressBytes(value);
  if (type === 'CNAME') return nameBytes(value);
  const text = Buffer.from(value);
  const parts: Buffer[] = [];
  for (let at = 0; at < Math.max(text.length, 1); at += 255) {
    const part = text.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}

function nameBytes(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  const parts = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function addressBytes(address: string): Buffer {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const end = groups(tail ?? '');
  const start = groups(head);
  const zeros = Array.from({ length: 8 - start.length - end.length }, () => '0');
  const all = tail === undefined ? start : [...start, ...zeros, ...end];
  const bytes = Buffer.alloc(16);
  all.forEach((group, at) => {
    bytes.writeUInt16BE(Number.parseInt(group, 16), at * 2);
  });
  return bytes;
}
