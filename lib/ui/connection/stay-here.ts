import { showToast } from '../dialog/show-toast';
import { connection } from './connection';

/**
 * Stops links and searches while the server cannot be reached: they would end in the browser's own
 * error page, and whatever was typed here would be lost.
 *
 * @returns what ends it
 */
export function stayHere(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.href && leaves(link, event)) hold(event, () => link.click());
  };
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    // Forms of a Server Action have no method at all, and say themselves that they were not sent.
    if (form.getAttribute('method') === 'get')
      hold(event, () => form.requestSubmit(event.submitter));
  };
  // Before the router's own listeners, and before forms that ask about unsaved changes.
  window.addEventListener('click', onClick, true);
  window.addEventListener('submit', onSubmit, true);
  return () => {
    window.removeEventListener('click', onClick, true);
    window.removeEventListener('submit', onSubmit, true);
  };
}

function hold(event: Event, goOn: () => void): void {
  if (!connection.isAway() || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  void whenReachable(goOn);
}

/** Goes on unless the server cannot be reached; asks it once more before refusing. */
export async function whenReachable(goOn: () => void): Promise<void> {
  if (!connection.isAway() || (await connection.check())) goOn();
  else {
    const text = 'Nothing can be opened while the connection is away. This page stays as it is.';
    showToast(text, { id: 'connection' });
  }
}

function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.button !== 0 || link.target === '_blank') return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const { origin, pathname, search } = window.location;
  const isHere = link.href.startsWith(`${origin}${pathname}${search}#`);
  return /^https?:/.test(link.href) && !isHere;
}
