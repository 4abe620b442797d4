import { type DateWords, formatMoment } from '@/app/_screens/format-moment';
import type { FormState } from '@/app/_screens/screen-types';
import type { SettingsConflict } from '@/lib/admin/settings/settings-conflict';
import type { FormValues } from '@/lib/api/form-object';

/** What the settings form shows when somebody else has saved first: theirs, and what was typed. */
export function settingsRefusal(
  { meanwhile }: SettingsConflict,
  { typed, seen }: { typed: FormValues; seen: string },
  dates: DateWords,
): FormState {
  const { by, seenAt, fields } = meanwhile;
  return {
    attempt: crypto.randomUUID(),
    typed,
    seen,
    errors: [],
    conflict: {
      who: by?.split(' ')[0] || 'Somebody',
      when: formatMoment(seenAt, dates),
      fields,
      version: seenAt,
    },
  };
}
