import { createHash } from 'node:crypto';
import { PermanentFailure } from '../jobs/handler';

/** A message to one person. */
export interface Mail {
  /** Names the message: sending again under the same key makes no second one. */
  key: string;
  to: { name: string; address: string };
  /** Shown as the sender; the address is the installation's. */
  fromName: string;
  subject: string;
  text: string;
  html: string;
}

const plainAddress = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,190}$/;

/** A short name made of the key, for files and Message-IDs. */
export function mailId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/**
 * Makes what goes into headers safe there: names and subjects are what people typed, and a line
 * break would begin a header of their own.
 *
 * @throws PermanentFailure for an address that is none; one with a comma would be two.
 */
export function cleanMail(mail: Mail): Mail {
  const { name, address } = mail.to;
  if (!plainAddress.test(address))
    throw new PermanentFailure('The address of the recipient is none.');
  return {
    ...mail,
    to: { name: oneLine(name), address },
    fromName: oneLine(mail.fromName),
    subject: oneLine(mail.subject),
  };
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
