/** The shape of a list that is on its way; it shows itself after 200 ms only. */
export function TableSkeleton({ rows = 5, label }: { rows?: number; label: string }) {
  return (
    <section className="panel skeleton" aria-busy="true" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but its place tells them apart
        <div key={at}>
          <i />
          <i style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
          <i />
        </div>
      ))}
    </section>
  );
}

const WIDTHS = [72, 54, 63, 40, 68];
