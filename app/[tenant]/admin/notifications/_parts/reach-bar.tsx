/** How many of those who got it have it in sight, and how many have read it. Words stand beside it. */
export function ReachBar({ recipients, delivered, read }: ReachProps) {
  const part = (count: number) => `${recipients > 0 ? (100 * count) / recipients : 0}%`;
  return (
    <span className="reach-bar" aria-hidden="true">
      <span style={{ width: part(delivered) }} />
      <span style={{ width: part(read) }} />
    </span>
  );
}

interface ReachProps {
  recipients: number;
  delivered: number;
  read: number;
}
