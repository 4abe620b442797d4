const ROOMS = [
  { x: 20, y: 20, height: 150 },
  { x: 20, y: 190, height: 90 },
  { x: 150, y: 20, height: 70 },
  { x: 150, y: 110, height: 170, isLit: true },
  { x: 280, y: 20, height: 120 },
  { x: 280, y: 160, height: 120 },
];

/** Tenantry's own drawing: rooms of one house, one of them lit. */
export function RoomsPicture() {
  return (
    <svg viewBox="0 0 420 300" aria-hidden="true" className="rooms-picture">
      {ROOMS.map(({ x, y, height, isLit }) => (
        <g key={`${x} ${y}`} className={isLit ? 'lit' : undefined}>
          <rect x={x} y={y} width="112" height={height} rx="10" />
          <path d={`M${x + 20} ${y + 24}h44M${x + 20} ${y + 42}h28`} />
        </g>
      ))}
    </svg>
  );
}
