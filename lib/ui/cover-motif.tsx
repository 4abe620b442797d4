import { drawCover } from './draw-cover';
import { FIELD, type Tint } from './motifs/shape';

const TINTS: Record<Tint, string> = {
  ground: 'var(--accent-soft)',
  tone: 'var(--accent-line)',
  full: 'var(--accent)',
};

/** The cover of a post without a picture, in the tenant's accent and in its reader's theme. */
export function CoverMotif({ seed, className = '' }: { seed: string; className?: string }) {
  return (
    <span className={`cover ${className}`}>
      <svg
        viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
        preserveAspectRatio="xMidYMid slice"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {drawCover(seed).map(({ d, fill, stroke, strokeWidth, opacity }) => (
          <path
            key={d}
            d={d}
            fill={fill ? TINTS[fill] : 'none'}
            stroke={stroke && TINTS[stroke]}
            strokeWidth={strokeWidth}
            opacity={opacity}
          />
        ))}
      </svg>
    </span>
  );
}
