const most = 60;

/** The beginning of a long text, for where it is only named. */
export function shorten(text: string): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most).join('').trimEnd()}…` : text;
}
