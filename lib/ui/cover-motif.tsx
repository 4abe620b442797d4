import { drawCover, MIRROR } from './draw-cover';
import { FIELD, type Tint } from './motifs/shape';

const TINTS: Record<Tint, string> = {
  ground: 'var(--cover-ground)',
  tone: 'var(--cover-tone)',
  full: 'var(--cover-full)',
};

/** The cover of a post without a picture, in the tenant's accent and in its reader's theme. */
export function CoverMotif({ seed, className = '' }: { seed: string; className?: string }) {
  const { shapes, mirrored, deep } = drawCover(seed);
  return (
    <span className={`cover ${deep ? 'deep' : ''} ${className}`}>
      <svg
        viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
        preserveAspectRatio="xMidYMid slice"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <g transform={mirrored ? MIRROR : undefined}>
          {shapes.map(({ d, fill, stroke, strokeWidth, opacity }) => (
            <path
              key={d}
              d={d}
              fill={fill ? TINTS[fill] : 'none'}
              stroke={stroke && TINTS[stroke]}
              strokeWidth={strokeWidth}
              opacity={opacity}
            />
          ))}
        </g>
      </svg>
    </span>
  );
}
