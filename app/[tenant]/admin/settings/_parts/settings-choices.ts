import type { Choice } from '@/lib/ui/kit-types';

/** What a visitor sees first. */
export const themes: Choice[] = [
  { id: 'system', label: 'As the visitor’s device says' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

export const fontChoices: Choice[] = [
  { id: 'serif', label: 'Serif, for long reading' },
  { id: 'sans', label: 'Sans, as the rest of the site' },
  { id: 'device', label: 'What the reader’s device has' },
];

export const whoMayJoin: Choice[] = [
  { id: 'open', label: 'Everybody who registers' },
  { id: 'invitation', label: 'Those who are invited' },
  { id: 'closed', label: 'Nobody by themselves' },
];

export const whoMayComment: Choice[] = [
  { id: 'off', label: 'Nobody; no comments are shown' },
  { id: 'held', label: 'Members; each comment waits for a moderator' },
  { id: 'first', label: 'Members; until one of theirs was approved, their comments wait' },
  { id: 'open', label: 'Members; comments are public at once' },
];

const languages = ['en-GB', 'en-US', 'de', 'fr', 'es', 'it', 'nl', 'pt-BR', 'sv', 'da', 'fi', 'pl'];

/** Languages that dates are written in. */
export function locales(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((id) => ({ id, label: names.of(id) ?? id }));
}

/** All that this runtime knows. */
export function timeZones(): Choice[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({
    id,
    label: id.replaceAll('_', ' '),
  }));
}

/** What is stored can be chosen, whether this list knows it or not. */
export function withCurrent(choices: Choice[], id: string): Choice[] {
  return choices.some((choice) => choice.id === id) ? choices : [{ id, label: id }, ...choices];
}
