import type { FormValues } from '@/lib/api/form-object';
import type { Reach } from './reach';

/** What stands in the composer at this moment. */
export interface Draft {
  audience: string;
  group: string;
  people: number;
  title: string;
  body: string;
  href: string;
  isLater: boolean;
}

/** What a form begins with, or what it was refused with. */
export function startOf(values: FormValues): Draft {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return {
    audience: text('audience') || 'all',
    group: text('group'),
    people: values.people === undefined ? 0 : [values.people].flat().length,
    ...{ title: text('title'), body: text('body'), href: text('href') },
    isLater: text('when') === 'later',
  };
}

/** What is in the form now. */
export function draftIn(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    ...{ audience: text('audience'), group: text('group') },
    people: data.getAll('people').length,
    ...{ title: text('title'), body: text('body'), href: text('href') },
    isLater: text('when') === 'later',
  };
}

/** How many it would reach; the server counts anew. */
export function countOf({ audience, group, people }: Draft, reach: Reach): number {
  if (audience === 'all') return reach.everyone;
  if (audience === 'people') return people;
  return reach.groups.find(({ id }) => id === group)?.members ?? 0;
}
