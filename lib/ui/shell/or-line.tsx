/** Between two ways to do the same. */
export function OrLine() {
  return <div className="or-line">or</div>;
}
