/** Name of the recent searches, above them, and the way to have none. */
export function BoxHead({ clear }: { clear: () => void }) {
  return (
    <div className="box-head">
      <span>Recent searches</span>
      <button type="button" className="link" aria-label="Clear recent searches" onClick={clear}>
        Clear
      </button>
    </div>
  );
}
