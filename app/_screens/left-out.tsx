/** The records an act has left out, each with the reason. */
export function LeftOut({ left }: { left: { label: string; why: string }[] }) {
  if (left.length === 0) return null;
  return (
    <details>
      <summary className="link">Show why</summary>
      <ul className="plain-list">
        {left.map(({ label, why }) => (
          <li key={`${label} ${why}`}>
            <b>{label}</b>: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
