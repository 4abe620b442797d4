import type { Field, Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { timeZoneOf } from './time-zone-of';
import { readLocalTime } from './zoned-time';

/**
 * Reads what a browser's form sends into the values a record takes. What cannot be read stays as it
 * is, so that the check can say what is wrong with it. Names that start with `_` or `$` belong to
 * the form itself; `_fields` names the fields it showed, since an empty checkbox sends nothing.
 */
export function readForm(
  ctx: Pick<ResourceContext, 'tenant'>,
  resource: Resource,
  form: FormData,
): Values {
  const values: Values = {};
  for (const name of shownFields(resource, form)) values[name] = emptyValue(resource, name);
  for (const name of new Set(form.keys())) {
    if (/^[_$]/.test(name)) continue;
    const field = resource.fields[name];
    const sent = form.getAll(name).map(textOf);
    values[name] = field ? readField(field, sent, timeZoneOf(ctx)) : sent[0];
  }
  return values;
}

function shownFields({ fields }: Resource, form: FormData): string[] {
  return form
    .getAll('_fields')
    .flatMap((names) => textOf(names).split(/\s+/))
    .filter((name) => fields[name]?.kind === 'boolean' || fields[name]?.kind === 'relations');
}

function emptyValue({ fields }: Resource, name: string): unknown {
  return fields[name]?.kind === 'boolean' ? false : [];
}

function readField(field: Field, sent: string[], timeZone: string): unknown {
  // The last one counts: a hidden field may stand before a checkbox.
  const text = sent.at(-1) ?? '';
  if (field.kind === 'relations') return sent.filter((one) => one !== '');
  if (field.kind === 'boolean') return readSwitch(text);
  if (text === '' && field.nullable) return null;
  if (field.kind === 'number') return readNumber(text);
  if (field.kind === 'date') return readLocalTime(text, timeZone)?.toISOString() ?? text;
  // Browsers send line ends as CRLF.
  return text.replaceAll('\r\n', '\n');
}

function readSwitch(text: string): unknown {
  if (['on', 'true', '1', 'yes'].includes(text)) return true;
  return ['', 'off', 'false', '0', 'no'].includes(text) ? false : text;
}

function readNumber(text: string): unknown {
  const trimmed = text.trim();
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(trimmed) ? Number(trimmed) : text;
}

function textOf(value: FormDataEntryValue): string {
  return typeof value === 'string' ? value : '';
}
