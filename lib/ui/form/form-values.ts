/** What a form would post, by name. Order of equal names counts as it is posted. */
export type FormValues = Record<string, string[]>;

/** Values as a page has them: one or several per name. */
export type StoredValues = Record<string, string | string[]>;

/** What the form holds now. Fields nobody sees are left out: a person has not changed them. */
export function readValues(form: HTMLFormElement): FormValues {
  return gather(form, (input) => (isTick(input) ? input.checked : true), typedValue);
}

/** What the form held when it was drawn, even when someone has typed before scripts ran. */
export function readDefaults(form: HTMLFormElement): FormValues {
  return gather(
    form,
    (input) => (isTick(input) ? input.defaultChecked : true),
    (input) => (isTick(input) ? input.value : input.defaultValue),
  );
}

/** How many fields differ. Names that only one side knows count as empty on the other. */
export function countChanges(now: FormValues, stored: StoredValues): number {
  const names = new Set([...Object.keys(now), ...Object.keys(stored)]);
  return [...names].filter((name) => !isEqual(now[name] ?? [], [stored[name] ?? []].flat())).length;
}

function isEqual(one: string[], other: string[]): boolean {
  // An empty field and a field that is not there say the same.
  const left = one.filter((value) => value !== '').map(plainBreaks);
  const right = other.filter((value) => value !== '').map(plainBreaks);
  return left.length === right.length && left.every((value, at) => value === right[at]);
}

// Browsers post line breaks as CRLF and show them as LF.
function plainBreaks(value: string): string {
  return value.replaceAll('\r\n', '\n');
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

function gather(
  form: HTMLFormElement,
  isOn: (input: Typed) => boolean,
  read: (input: Typed) => string,
): FormValues {
  const values: FormValues = {};
  for (const element of form.elements) {
    if (!('name' in element) || !element.name) continue;
    const name = String(element.name);
    const found = valuesOf(element, isOn, read);
    if (found) values[name] = [...(values[name] ?? []), ...found];
  }
  return values;
}

function valuesOf(
  element: Element,
  isOn: (input: Typed) => boolean,
  read: (input: Typed) => string,
): string[] | null {
  if (element instanceof HTMLSelectElement)
    return [...element.selectedOptions].map((option) => option.value);
  if (element instanceof HTMLTextAreaElement) return [read(element)];
  if (!(element instanceof HTMLInputElement)) return null;
  if (['hidden', 'submit', 'button', 'reset', 'image'].includes(element.type)) return null;
  return isOn(element) ? [read(element)] : [];
}

function isTick(input: Typed): input is HTMLInputElement {
  return input instanceof HTMLInputElement && /^(checkbox|radio)$/.test(input.type);
}

function typedValue(input: Typed): string {
  return input.value;
}
