/** One number a day, drawn; the same as a table behind a disclosure. */
export function BarChart({ label, bars }: { label: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const top = Math.max(...bars.map(({ value }) => value));
  return (
    <>
      <div className="chart" aria-hidden="true">
        {bars.map((bar) => (
          <span
            key={bar.label}
            className={`chart-bar ${bar.value === top && top > 0 ? 'full' : ''}`}
            title={`${bar.text}, ${bar.label}`}
          >
            <span style={{ height: `${(bar.value / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <p className="chart-ends" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
      <details className="chart-table">
        <summary>Show as table</summary>
        <table className="rows plain">
          <caption className="sr-only">{label}</caption>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td className="col-number">{bar.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

interface Bar {
  label: string;
  value: number;
  /** With its unit: "418 readers". */
  text: string;
}
