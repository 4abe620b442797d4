import type { Answer, Question } from '../routes/ask';

/** Fields of a form; a list comes once for each of its values. */
export type Fields = Record<string, string | string[]>;

interface ActionCall {
  host: string;
  id: string;
  headers: Record<string, string>;
}

const boundary = '----walk';

/** A form's action with its state, as Next's own script calls it. */
export function postAction({ host, id, headers, fields }: ActionCall & { fields: Fields }) {
  const entries = entriesOf(fields).map(([name, value]) => [`_1_${name}`, value]);
  // Last: what it refers to must be there already.
  const parts = [...entries, ['0', '[null,"$K1"]']] as [string, string][];
  return form({ host, headers: { ...headers, ...scripted(id) } }, parts);
}

/** The same form sent by a browser without script. */
export function postPlainForm({ host, id, headers, fields }: ActionCall & { fields: Fields }) {
  const parts: [string, string][] = [[`$ACTION_ID_${id}`, ''], ...entriesOf(fields)];
  return form({ host, headers }, parts);
}

/** An action that takes one plain value. */
export function postValue({ host, id, headers, value }: ActionCall & { value: unknown }): Question {
  const type = { 'content-type': 'text/plain;charset=UTF-8' };
  const body = JSON.stringify([value]);
  return {
    ...{ host, path: '/login', method: 'POST', body },
    headers: { ...headers, ...scripted(id), ...type, ...lengthOf(body) },
  };
}

/** Cookies that an answer sets, by name. */
export function setCookies({ headers }: Answer): [name: string, value: string][] {
  const set = [headers['set-cookie'] ?? []].flat();
  return set
    .map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie))
    .filter((match) => match?.[1]?.endsWith('.session'))
    .map((match) => [match?.[1] ?? '', match?.[2] ?? '']);
}

function scripted(id: string): Record<string, string> {
  return { accept: 'text/x-component', 'next-action': id };
}

function form(
  { host, headers }: { host: string; headers: Record<string, string> },
  parts: [string, string][],
): Question {
  const written = parts.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${written.join('')}--${boundary}--\r\n`;
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  // Any page carries the actions of all.
  const path = '/login';
  return {
    ...{ host, path, method: 'POST', body },
    headers: { ...headers, ...type, ...lengthOf(body) },
  };
}

function entriesOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
}

function lengthOf(body: string): Record<string, string> {
  return { 'content-length': String(Buffer.byteLength(body)) };
}
