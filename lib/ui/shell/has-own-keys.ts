/** True while keys mean something of their own: someone types, or a dialog or menu is open. */
export function hasOwnKeys(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [role=dialog], [role=alertdialog], [role=menu]'))
    return true;
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
