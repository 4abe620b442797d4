/**
 * Sends a form as if one of its submit buttons had been pressed, for buttons that stand elsewhere:
 * in a menu or a dialog.
 * @param formId id of a form on the page; nothing happens when it has gone
 */
export function submitWith(formId: string, fields: Record<string, string>): void {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  const added = Object.entries(fields).map(([name, value]) => addInput(form, name, value));
  form.requestSubmit();
  // A Server Action has read the form by now; a page that stays must not send them again.
  for (const input of added) input.remove();
}

function addInput(form: HTMLFormElement, name: string, value: string): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name, value });
  form.append(input);
  return input;
}
