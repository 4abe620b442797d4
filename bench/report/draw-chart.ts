import { formatRatio, formatWanted } from './format-table';
import { judge, type RatioResult } from './ratio-result';

const width = 760;
const rowHeight = 66;
const top = 64;
const track = { left: 24, right: 736 };

/** Colours of both appearances; the picture is shown in pages of either. */
const style = `
    svg { --paper: #ffffff; --ink: #15191e; --soft: #5b6673; --track: #e6eaee; --good: #0b7a6b; --bad: #b4531a }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #0f1317; --ink: #eef1f4; --soft: #9aa6b2; --track: #262d35; --good: #35b8a5; --bad: #f0935a }
    }
    text { font: 14px system-ui, sans-serif; fill: var(--ink) }
    .soft { font-size: 12.5px; fill: var(--soft) }
    .value { font-weight: 600; text-anchor: end }
    .good { fill: var(--good) } .bad { fill: var(--bad) }
    line { stroke: var(--ink); stroke-width: 2 }
    .aim { stroke-dasharray: 3 3 } .range { stroke: var(--soft) }`;

/** Draws each ratio as a bar, with the range of its pairs, the limit and the aim. */
export function drawChart(results: readonly RatioResult[]): string {
  const height = top + results.length * rowHeight + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What tenancy costs, as ratios">
  <style>${style}
  </style>
  <rect width="${width}" height="${height}" rx="8" fill="var(--paper)"/>
  <text x="${track.left}" y="28">What tenancy costs: target / reference, median of paired runs</text>
  ${legend(46)}
${results.map((result, row) => drawRow(result, top + row * rowHeight)).join('\n')}
</svg>
`;
}

function legend(y: number): string {
  return [
    `<line x1="30" x2="30" y1="${y - 5}" y2="${y + 9}"/>`,
    `<text class="soft" x="40" y="${y + 6}">what is wanted</text>`,
    `<line class="aim" x1="150" x2="150" y1="${y - 5}" y2="${y + 9}"/>`,
    `<text class="soft" x="160" y="${y + 6}">aim</text>`,
    `<line class="range" x1="206" x2="230" y1="${y + 2}" y2="${y + 2}"/>`,
    `<text class="soft" x="238" y="${y + 6}">all pairs</text>`,
  ].join('\n  ');
}

/** Each ratio has a scale of its own, from 0 to a little beyond all that is shown. */
function drawRow(result: RatioResult, y: number): string {
  const { id, name, measure, median, min, max, limit, aim } = result;
  const end = Math.max(max, limit, aim, 1) * 1.04;
  const at = (value: number) => round(track.left + (value / end) * (track.right - track.left));
  const bar = y + 38;
  const tone = judge(result) === 'below' ? 'bad' : 'good';
  const upright = (value: number, kind = '') =>
    `<line${kind} x1="${at(value)}" x2="${at(value)}" y1="${bar - 4}" y2="${bar + 15}"/>`;
  return `  <g>
    <text x="${track.left}" y="${y + 14}">${id} ${escapeText(name)}</text>
    <text class="soft" x="${track.left}" y="${y + 31}">${escapeText(measure)}, ${formatWanted(result)}</text>
    <text class="value ${tone}" x="${track.right}" y="${y + 14}">${formatRatio(median)}</text>
    <rect x="${track.left}" y="${bar}" width="${track.right - track.left}" height="12" rx="3" fill="var(--track)"/>
    <rect class="${tone}" x="${track.left}" y="${bar}" width="${round(at(median) - track.left)}" height="12" rx="3"/>
    <line class="range" x1="${at(min)}" x2="${at(max)}" y1="${bar + 18}" y2="${bar + 18}"/>
    ${upright(limit)}
    ${upright(aim, ' class="aim"')}
  </g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
