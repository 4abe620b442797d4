import { between, box, ellipse, type Motif, n, pick, type Shape } from './shape';

/** Bars on one line, one of them meant. */
export const columns: Motif = (random) => {
  const meant = 2 + Math.floor(random() * 4);
  const bars: Shape[] = Array.from({ length: 8 }, (_, at) => {
    const height = at === meant ? between(random, 230, 270) : between(random, 60, 200);
    const d = box(92 + at * 58, 332 - height, 40, height, 6);
    return { d, fill: at === meant ? 'full' : 'tone', opacity: at === meant ? 1 : 0.75 };
  });
  return [
    { d: 'M60 132H580M60 198H580M60 264H580', stroke: 'tone', strokeWidth: 1.25, opacity: 0.7 },
    ...bars,
    { d: 'M60 332H580', stroke: 'full', strokeWidth: 3 },
  ];
};

/** An arcade: three arches, one lit. */
export const arches: Motif = (random) => {
  const lit = Math.floor(random() * 3);
  return [0, 1, 2].flatMap((at): Shape[] => {
    const x = 150 + at * 170;
    const arch = (r: number) =>
      `M${n(x - r)} 340V${n(180)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0V340z`;
    return [
      { d: arch(76), stroke: 'tone', strokeWidth: 2 },
      { d: arch(62), fill: 'tone', opacity: at === lit ? 1 : 0.5 },
      { d: arch(42), fill: at === lit ? 'full' : 'ground' },
      { d: `M${x - 85} 340h170`, stroke: 'full', strokeWidth: 3 },
    ];
  });
};

/** Stairs, and something round on its way. */
export const stairs: Motif = (random) => {
  const at = 1 + Math.floor(random() * 4);
  const step = (count: number) => Array.from({ length: count }, () => 'h84v-46').join('');
  return [
    { d: `M68 364${step(5)}h84V364z`, fill: 'tone', opacity: 0.55 },
    { d: `M152 364${step(4)}h84V364z`, fill: 'tone' },
    { d: `M68 364${step(5)}h84`, stroke: 'full', strokeWidth: 3.5 },
    { d: ellipse(110 + at * 84, 364 - at * 46 - 32, 30), fill: 'full' },
    { d: ellipse(520, 84, 26), stroke: 'tone', strokeWidth: 2 },
  ];
};

/** A beam on a point, with two different things in balance. */
export const balance: Motif = (random) => {
  const tilt = pick(random, [-16, -9, 9, 16]);
  return [
    { d: ellipse(320, 218, 168), stroke: 'tone', strokeWidth: 1.75 },
    { d: ellipse(320, 218, 112), fill: 'tone', opacity: 0.4 },
    { d: 'M320 222l58 112H262z', fill: 'full' },
    { d: `M120 ${218 + tilt}L520 ${218 - tilt}`, stroke: 'full', strokeWidth: 7 },
    { d: ellipse(172, 164 + tilt * 0.75, 46), fill: 'full' },
    { d: box(424, 127 - tilt * 0.75, 84, 84, 8), fill: 'tone' },
    { d: box(424, 127 - tilt * 0.75, 84, 84, 8), stroke: 'full', strokeWidth: 3 },
    { d: 'M200 334H440', stroke: 'full', strokeWidth: 3 },
  ];
};
