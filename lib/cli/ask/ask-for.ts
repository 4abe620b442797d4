import { isCancel, password } from '@clack/prompts';
import { hasPerson } from './has-person';
import { liveText } from './live-text';

export interface Asking {
  /** Says what is wrong with an answer, or null. */
  fault?: (answer: string) => string | null;
  /** What is typed is not shown. */
  isHidden?: boolean;
  /** May be left empty. */
  isOptional?: boolean;
}

/**
 * Takes an option, or asks for it in a terminal.
 *
 * @param given - what stood on the command line.
 * @param mayAsk - false with --no-input.
 * @throws Error that names the option where nobody can be asked, or the person went away.
 */
export async function askFor(
  option: string,
  question: string,
  given: string | undefined,
  mayAsk: boolean,
  { fault = () => null, isHidden = false, isOptional = false }: Asking = {},
): Promise<string> {
  if (given !== undefined) return given;
  if (!hasPerson(mayAsk)) throw new Error(`--${option} is missing: ${question}.`);
  const faultOf = (answer = '') => {
    const typed = isHidden ? answer : answer.trim();
    if (typed === '') return isOptional ? null : 'Something has to stand here.';
    return fault(typed);
  };
  const validate = (answer: string | undefined) => faultOf(answer) ?? undefined;
  const answer = isHidden
    ? await password({ message: question, validate })
    : await liveText(question, faultOf);
  if (isCancel(answer)) throw new Error('Nothing was done: you went away.');
  // An empty answer of the hidden prompt is no text at all.
  return isHidden ? String(answer ?? '') : String(answer ?? '').trim();
}
