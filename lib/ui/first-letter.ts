/** The letter a tile or an avatar shows; a whole character, even outside the basic plane. */
export function firstLetter(name: string): string {
  const letters = name.trim().match(/[\p{L}\p{N}]/u);
  return (letters?.[0] ?? '·').toLocaleUpperCase('en');
}
