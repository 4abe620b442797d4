import type { FormValues } from '@/lib/api/form-object';

/** All that was typed, by name: what a refused form shows again. */
export function typedValues(data: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(data.keys())) {
    if (/^[_$]/.test(name)) continue;
    const all = data.getAll(name).filter((one) => typeof one === 'string');
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}
