import { formatCount } from '@/lib/ui/format-count';
import { PlaceLink } from '@/lib/ui/place-link';

const noun = { one: 'person', other: 'people' };

interface LinkProps {
  /** Of the list of members. */
  filter: string;
  people: number;
  /** Without the right to see members it is a number. */
  seesPeople: boolean;
}

/** How many people have a role, and the way to them. */
export function peopleLink({ filter, people, seesPeople }: LinkProps) {
  const words = formatCount(people, noun);
  if (!seesPeople || people === 0) return <span className="role-people">{words}</span>;
  return (
    <PlaceLink className="role-people" href={`/admin/members?${filter}`}>
      {words}
    </PlaceLink>
  );
}
