const place = 'told';
const kept = 20;

/**
 * Tells whether a message was said in this window before, and notes that it is said now: an address
 * that is loaded again, or comes back with the history, must not say once more what was done.
 */
export function wasTold(id: string): boolean {
  try {
    const told = (sessionStorage.getItem(place) ?? '').split(' ');
    if (told.includes(id)) return true;
    sessionStorage.setItem(place, [...told.slice(1 - kept), id].join(' '));
  } catch {
    // Storage may be closed to pages; then it is said again.
  }
  return false;
}
