import { InvalidArgumentError } from 'commander';

/** Reads an option that counts something. @throws InvalidArgumentError */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new InvalidArgumentError('Expected a number from 1 to 9999999.');
  return Number(value);
}
