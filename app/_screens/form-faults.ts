import type { InvalidInput } from '@/lib/resources/invalid-input';
import type { Resource } from '@/lib/resources/resource';
import type { FormFault } from './screen-types';

/** What is wrong with an input, as the form of the resource says it. */
export function formFaults({ errors }: InvalidInput, resource: Resource): FormFault[] {
  const ofFields = Object.entries(errors.fields).flatMap(([name, messages]) =>
    messages.slice(0, 1).map((message) => {
      const label = resource.fields[name]?.label;
      // Only what stands in the form can be linked to.
      return resource.form.includes(name) ? { name, label, message } : { label, message };
    }),
  );
  return [...errors.general.map((message) => ({ message })), ...ofFields];
}
