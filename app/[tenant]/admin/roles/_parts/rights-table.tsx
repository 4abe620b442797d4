import type { RightsArea } from '@/lib/admin/rights/permission-catalogue';

interface TableProps {
  areas: RightsArea[];
  granted: readonly string[];
  /** Rights that whoever looks has and so may give and take; null to look on. */
  mine: readonly string[] | null;
}

const verbs = [
  ['read', 'See'],
  ['write', 'Change'],
  ['delete', 'Delete'],
] as const;

/** What a role may do: a box for each right, by what it is about. Works without scripts. */
export function RightsTable({ areas, granted, mine }: TableProps) {
  const box = ({ permission, label }: RightsArea['rights'][number]) => {
    const isGranted = granted.includes(permission);
    const isHeld = mine !== null && !mine.includes(permission);
    return (
      <>
        <input
          type="checkbox"
          className="checkbox"
          name="permissions"
          value={permission}
          aria-label={label}
          title={isHeld ? `${label}: you may not give what you have not` : label}
          defaultChecked={isGranted}
          disabled={mine === null || isHeld}
        />
        {/* A box that cannot be changed is not posted, and must not be taken for one that was emptied. */}
        {isHeld && isGranted ? <input type="hidden" name="permissions" value={permission} /> : null}
      </>
    );
  };
  return (
    <table className="rights">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">About</span>
          </th>
          {verbs.map(([verb, words]) => (
            <th key={verb} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map(({ name, label, rights }) => (
          <tr key={name}>
            <th scope="row">
              {label}
              {rights
                .filter(({ verb }) => verb === null)
                .map((right) => (
                  <span key={right.permission} className="rights-more">
                    {box(right)}
                    {right.label}
                  </span>
                ))}
            </th>
            {verbs.map(([verb]) => {
              const right = rights.find((one) => one.verb === verb);
              return <td key={verb}>{right ? box(right) : null}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
