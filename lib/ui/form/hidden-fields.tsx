import type { Hidden } from '../kit-types';

/** Fields that go along with a form. `form` is the id of a form elsewhere on the page. */
export function HiddenFields({ fields, form }: { fields?: Hidden; form?: string }) {
  return Object.entries(fields ?? {}).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => (
        <input key={`${name}=${one}`} type="hidden" name={name} value={one} form={form} />
      )),
  );
}
