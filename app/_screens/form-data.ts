import { z } from 'zod';
import type { FormValues } from '@/lib/api/form-object';

/** Any form of the screens: what its fields mean, the resource says. */
export const screenInput = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The form again, as the door's plain values came from it. */
export function toFormData(values: FormValues): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return data;
}

/** One text of a form; empty where there is none. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
