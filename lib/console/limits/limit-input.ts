import { z } from 'zod';
import { type LimitName, limitNames } from '../../limit-reached';

/** A number, `null` for unlimited, or `default`: what the platform gives everybody. */
export type LimitValue = number | null | 'default';

export type LimitChanges = Partial<Record<LimitName, LimitValue>>;

const highest: Record<LimitName, number> = {
  members: 1_000_000,
  posts: 100_000_000,
  storage: 2 ** 50,
  requests: 1_000_000_000,
};

/** A tenant cannot be without its owner, and one without requests is suspended. */
const lowest: Record<LimitName, number> = { members: 1, posts: 0, storage: 0, requests: 1 };

/** What a limit may be set to. */
export function limitNumber(name: LimitName) {
  return z.int().min(lowest[name]).max(highest[name]);
}

const units: Record<string, number> = { '': 1, kb: 1, mb: 2, gb: 3, tb: 4 };

/**
 * Reads what a person typed for a limit: `1,200`, `5 GB` for storage, `unlimited`, or nothing.
 *
 * @param empty - what nothing means.
 * @returns the value, or what is wrong with it.
 */
export function readTyped(
  name: LimitName,
  typed: string,
  empty: LimitValue,
): { value: LimitValue } | { fault: string } {
  const text = typed.trim().toLowerCase();
  if (text === '') return { value: empty };
  if (text === 'unlimited') return { value: null };
  const [, digits = '', unit = ''] = /^(\d[\d,.\s]*?)\s*([kmgt]b)?$/.exec(text) ?? [];
  const step = name === 'storage' ? units[unit] : unit === '' ? 0 : undefined;
  const isWhole = step === 0 || (name === 'storage' && unit === '');
  const number = Number(digits.replaceAll(isWhole ? /[,.\s]/g : /[,\s]/g, ''));
  const value = Math.round(number * 1024 ** (unit === '' ? 0 : (step ?? 0)));
  if (digits !== '' && step !== undefined && limitNumber(name).safeParse(value).success) {
    return { value };
  }
  const example = name === 'storage' ? '5 GB' : '500';
  const bounds = `from ${lowest[name]} to ${highest[name].toLocaleString('en-GB')}`;
  return { fault: `Type a number ${bounds}, as ${example}, or “unlimited”.` };
}

const typed = z.string().max(40).default('');
const typedShape = Object.fromEntries(limitNames.map((name) => [name, typed])) as Record<
  LimitName,
  typeof typed
>;

/**
 * The fields of a form of limits, each with what it showed before (`was.posts`): what nobody touched
 * stays as somebody else may have set it meanwhile.
 *
 * @param empty - what an empty field means.
 */
export function typedLimits(empty: LimitValue) {
  const was = Object.fromEntries(limitNames.map((name) => [`was.${name}`, typed]));
  return z.object({ ...typedShape, ...was }).transform((given, { addIssue }) => {
    const values = given as Record<string, string>;
    const changes: LimitChanges = {};
    for (const name of limitNames) {
      if (values[name] === values[`was.${name}`]) continue;
      const read = readTyped(name, values[name] ?? '', empty);
      if ('fault' in read) addIssue({ code: 'custom', path: [name], message: read.fault });
      else changes[name] = read.value;
    }
    return changes;
  });
}
