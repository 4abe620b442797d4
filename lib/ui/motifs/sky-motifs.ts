import { between, ellipse, type Motif, n, pick, type Shape } from './shape';

/** A round body, its orbits, and what travels on them. */
export const orbits: Motif = (random) => {
  const [x, y] = [between(random, 250, 390), between(random, 180, 220)];
  const rings = [96, 148, 206, 270];
  const shapes: Shape[] = rings.map((r) => ({
    d: ellipse(x, y, r),
    stroke: 'tone',
    strokeWidth: 1.75,
  }));
  shapes.push({ d: ellipse(x, y, 58), fill: 'full' });
  shapes.push({ d: ellipse(x, y, 76), stroke: 'full', strokeWidth: 2.5, opacity: 0.35 });
  for (const [at, r] of rings.entries()) {
    const angle = between(random, 0, Math.PI * 2);
    const size = [9, 17, 12, 22][at] ?? 12;
    const d = ellipse(x + r * Math.cos(angle), y + r * Math.sin(angle), size);
    shapes.push({ d, fill: at % 2 ? 'tone' : 'full' });
  }
  return shapes;
};

/** Rows of hills under a low sun. */
export const hills: Motif = (random) => {
  const sun = between(random, 150, 490);
  const ridge = (top: number, height: number, fill: Shape['fill'], opacity = 1): Shape[] => {
    const shift = between(random, -70, 70);
    const crest = `C${n(90 + shift)} ${n(top - height)} ${n(180 + shift)} ${n(top - height)} ${n(300 + shift)} ${n(top)}S${n(520 + shift)} ${n(top + height)} 640 ${n(top - height / 2)}`;
    const d = `M0 ${n(top)}${crest}V400H0z`;
    // The ground underneath keeps the sun from shining through a pale ridge.
    const cover: Shape[] = opacity < 1 ? [{ d: `${d}M0 0`, fill: 'ground' }] : [];
    return [...cover, { d, fill, opacity }];
  };
  return [
    { d: ellipse(sun, 148, 62), fill: 'full' },
    { d: ellipse(sun, 148, 92), stroke: 'tone', strokeWidth: 1.75 },
    { d: ellipse(sun, 148, 126), stroke: 'tone', strokeWidth: 1.75 },
    ...ridge(236, 62, 'tone', 0.55),
    ...ridge(288, 50, 'tone'),
    ...ridge(344, 38, 'full'),
  ];
};

/** Half a disc on the horizon with rays over it. */
export const sunrise: Motif = (random) => {
  const x = pick(random, [224, 320, 416]);
  const rays: Shape[] = Array.from({ length: 11 }, (_, at) => {
    const angle = Math.PI * (1 + (at + 1) / 12);
    const [from, to] = [148, at % 2 ? between(random, 216, 262) : 196];
    const point = (r: number) => `${n(x + r * Math.cos(angle))} ${n(284 + r * Math.sin(angle))}`;
    return { d: `M${point(from)}L${point(to)}`, stroke: at % 2 ? 'full' : 'tone', strokeWidth: 5 };
  });
  return [
    { d: `M${x - 120} 284a120 120 0 0 1 240 0z`, fill: 'full' },
    ...rays,
    { d: 'M0 284H640', stroke: 'full', strokeWidth: 2.5 },
    { d: 'M60 318H580M130 348H510M220 376H420', stroke: 'tone', strokeWidth: 5 },
  ];
};

/** Water in even lines, and one thing that floats. */
export const ripples: Motif = (random) => {
  const x = between(random, 230, 410);
  const lines: Shape[] = Array.from({ length: 8 }, (_, at) => {
    const y = 62 + at * 40;
    const swing = between(random, 8, 16) * (at % 2 ? 1 : -1);
    const wave = Array.from({ length: 4 }, () => `q40 ${n(swing)} 80 0t80 0`).join('');
    return { d: `M0 ${y}${wave}`, stroke: 'tone', strokeWidth: 2 };
  });
  return [
    ...lines,
    { d: ellipse(x, 200, 104), fill: 'ground' },
    { d: ellipse(x, 200, 88), fill: 'full' },
    { d: `M${n(x - 62)} 200q31 -18 62 0t62 0`, stroke: 'ground', strokeWidth: 5 },
  ];
};
