import { PermanentFailure } from '../jobs/handler';

/** What the driver says of a conversation that went wrong. */
interface SmtpError {
  message?: string;
  code?: string;
  /** What was said last: AUTH, MAIL FROM, RCPT TO, DATA. */
  command?: string;
  response?: string;
  responseCode?: number;
}

const unreached = ['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EDNS'];

/**
 * Says in a sentence why a message did not go out, and names the variable that has to be looked at.
 * Trying again helps where the server or a setting may change, and not where it refused this very
 * recipient or message for good.
 *
 * @param url - SMTP_URL, whose password stands in no sentence, whatever the server says.
 */
export function smtpFault(error: unknown, url: string): Error {
  const fault = error as SmtpError;
  const said = withoutPassword(oneLine(fault.response ?? fault.message ?? String(error)), url);
  const isFinal = (fault.responseCode ?? 0) >= 500;
  const { code = '', command = '' } = fault;
  if (code === 'EAUTH') {
    return new Error(`The mail server did not accept the user and password of SMTP_URL: ${said}`);
  }
  if (code === 'ETLS' || (code === 'ESOCKET' && /certificate|TLS|SSL/i.test(said))) {
    return new Error(`The connection to the mail server of SMTP_URL is not secure: ${said}`);
  }
  if (unreached.includes(code)) {
    return new Error(`The mail server of SMTP_URL could not be reached: ${said}`);
  }
  if (isFinal && command === 'RCPT TO') {
    return new PermanentFailure(`The mail server refused the recipient: ${said}`);
  }
  if (isFinal && command === 'DATA') {
    return new PermanentFailure(`The mail server refused the message: ${said}`);
  }
  if (isFinal && command === 'MAIL FROM') {
    return new Error(`The mail server refused the sender, MAIL_FROM: ${said}`);
  }
  return new Error(`The mail server of SMTP_URL did not take the message: ${said}`);
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** A server may repeat what it was told, as it came or encoded. */
function withoutPassword(text: string, url: string): string {
  const [, user = '', given = ''] = /^smtps?:\/\/([^:@/]*):([^@/]*)@/.exec(url) ?? [];
  if (given === '') return text;
  const password = decoded(given);
  const both = `\0${decoded(user)}\0${password}`;
  const secrets = [given, password, ...[password, both].map(toBase64)];
  return secrets.reduce((known, secret) => known.replaceAll(secret, '***'), text);
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
