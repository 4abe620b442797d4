import { askFor } from './ask-for';
import { hasPerson } from './has-person';

export interface Consent {
  /** With --yes: it is meant. */
  yes?: boolean;
  /** False with --no-input. */
  input?: boolean;
}

/**
 * Lets a person type the name of what is about to be lost. Nobody is asked with --yes.
 *
 * @param isRequired - true where a script has to say --yes; else it goes on without a word.
 * @throws Error when another name was typed, or --yes is needed and missing.
 */
export async function askForName(
  name: string,
  { yes = false, input = true }: Consent,
  { isRequired }: { isRequired: boolean },
): Promise<void> {
  if (yes || (!isRequired && !hasPerson(input))) return;
  const typed = await askFor('yes', `type ${name} to go on`, undefined, input);
  if (typed !== name) throw new Error('Nothing was done: the name is another one.');
}
