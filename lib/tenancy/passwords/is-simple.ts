const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const longestUnit = 11;
const leastParts = 7;

/** True for one thing over and over (`abcabcabcabc`) and for rows of keys (`qwertyuiop12`). */
export function isSimple(value: string): boolean {
  const plain = value.toLowerCase();
  return repeats(plain) || partsOf(plain) < leastParts;
}

function repeats(plain: string): boolean {
  for (let unit = 1; unit <= Math.min(longestUnit, (plain.length * 2) / 3); unit += 1) {
    if ([...plain].every((_, at) => plain[at] === plain[at % unit])) return true;
  }
  return false;
}

/** How many things somebody has to remember: a run along a row is two, its ends. */
function partsOf(plain: string): number {
  let parts = 0;
  for (let at = 0; at < plain.length; ) {
    const run = runAt(plain, at);
    parts += run >= 3 ? 2 : 1;
    at += run >= 3 ? run : 1;
  }
  return parts;
}

/** The length of the longest run that begins here: along a row, back, or of one sign. */
function runAt(plain: string, start: number): number {
  const lengths = [0, 1, -1].map((step) => {
    let end = start + 1;
    while (end < plain.length && isStep(plain[end - 1], plain[end], step)) end += 1;
    return end - start;
  });
  return Math.max(...lengths);
}

function isStep(from = '', to = '', step = 0): boolean {
  if (step === 0) return from === to;
  const pair = step > 0 ? from + to : to + from;
  return rows.some((row) => row.includes(pair));
}
