/** How much of a limit is used, always with the numbers: amber from 85 %, red when full. */
export function Meter({ label, text, part }: MeterProps) {
  const level = part >= 1 ? 'full' : part >= 0.85 ? 'hot' : '';
  return (
    <span className={`meter ${level}`}>
      <span className="meter-words">
        <span>{label}</span>
        <span>{text}</span>
      </span>
      <span className="meter-line" aria-hidden="true">
        <span style={{ width: `${Math.min(1, Math.max(0, part)) * 100}%` }} />
      </span>
    </span>
  );
}

interface MeterProps {
  label: string;
  text: string;
  /** 0 to 1. */
  part: number;
}
