import { between, box, ellipse, type Motif, n, pick, type Shape } from './shape';

/** Sheets of paper, the top one written on. */
export const sheets: Motif = (random) => {
  const lean = pick(random, [-1, 1]);
  const lines = Array.from({ length: 5 }, (_, at) => {
    const width = at === 4 ? between(random, 60, 90) : between(random, 108, 152);
    return box(244, 146 + at * 34, width, 9, 4.5);
  }).join('');
  return [
    { d: `M0 ${n(200 - 40 * lean)}L640 ${n(200 + 40 * lean)}`, stroke: 'tone', strokeWidth: 1.75 },
    { d: `M0 ${n(260 - 40 * lean)}L640 ${n(260 + 40 * lean)}`, stroke: 'tone', strokeWidth: 1.75 },
    { d: box(220 + 62 * lean, 66, 200, 256, 8), fill: 'tone', opacity: 0.5 },
    { d: box(220 + 31 * lean, 78, 200, 256, 8), fill: 'tone' },
    { d: box(220, 92, 200, 256, 8), fill: 'full' },
    { d: lines, fill: 'ground' },
    { d: ellipse(256, 122, 9), fill: 'tone' },
  ];
};

/** Quarter circles laid like tiles. */
export const tiles: Motif = (random) => {
  const size = 80;
  return Array.from({ length: 40 }, (_, at): Shape[] => {
    const [x, y] = [(at % 8) * size, Math.floor(at / 8) * size];
    const kind = random();
    if (kind < 0.28) return [];
    const corners = [
      `M${x} ${y}h${size}a${size} ${size} 0 0 1 -${size} ${size}z`,
      `M${x + size} ${y}v${size}a${size} ${size} 0 0 1 -${size} -${size}z`,
      `M${x + size} ${y + size}h-${size}a${size} ${size} 0 0 1 ${size} -${size}z`,
      `M${x} ${y + size}v-${size}a${size} ${size} 0 0 1 ${size} ${size}z`,
    ] as const;
    const d = corners[Math.floor(random() * 4)] ?? corners[0];
    if (kind < 0.5) return [{ d, fill: 'full' }];
    return [{ d, fill: 'tone', opacity: kind < 0.76 ? 1 : 0.45 }];
  }).flat();
};

/** A stem with leaves on both sides. */
export const sprig: Motif = (random) => {
  const bend = pick(random, [-54, -30, 30, 54]);
  const turn = pick(random, [0, 1]);
  const leaf = (at: number): Shape => {
    const side = (at + turn) % 2 ? 1 : -1;
    const [x, y] = [320 + bend * (at / 7) ** 2, 326 - at * 36];
    const length = 112 - at * 8;
    const [tipX, tipY] = [x + side * length, y - length * 0.55];
    const curve = `M${n(x)} ${n(y)}Q${n(x + side * 26)} ${n(tipY - 14)} ${n(tipX)} ${n(tipY)}Q${n(x + side * length * 0.8)} ${n(y + 8)} ${n(x)} ${n(y)}z`;
    return { d: curve, fill: at % 3 === 1 ? 'tone' : 'full' };
  };
  return [
    { d: ellipse(320, 200, 158), fill: 'tone', opacity: 0.35 },
    { d: ellipse(320, 200, 182), stroke: 'tone', strokeWidth: 1.75 },
    ...Array.from({ length: 7 }, (_, at) => leaf(at)),
    {
      d: `M320 380C320 300 ${n(320 + bend * 0.1)} 200 ${n(320 + bend)} 66`,
      stroke: 'full',
      strokeWidth: 5,
    },
  ];
};

/** Stones on stones. */
export const cairn: Motif = (random) => {
  const stones = [150, 116, 86, 58].map((rx, at) => {
    const x = 320 + between(random, -26, 26);
    return { d: ellipse(x, 314 - at * 66, rx, 33), fill: at % 2 ? 'tone' : 'full' } as const;
  });
  const moon = pick(random, [118, 522]);
  return [
    { d: 'M0 348H640', stroke: 'full', strokeWidth: 3 },
    { d: 'M80 374H300M340 374H560', stroke: 'tone', strokeWidth: 4 },
    { d: ellipse(moon, 104, 40), fill: 'tone', opacity: 0.6 },
    { d: ellipse(moon, 104, 60), stroke: 'tone', strokeWidth: 1.75 },
    ...stones,
  ];
};
