import { Avatar } from '../avatar';
import { ActForm } from '../form/act-form';
import { Icon } from '../icon';
import type { PersonFacts, PersonLink, SignOut } from './shell-types';
import { SoftLink } from './soft-link';

/** Who is signed in, with what the account menu holds as plain lines. */
export function PersonLines({ person, links = [], signOut }: PersonLinesProps) {
  const { action, hidden } = signOut;
  return (
    <>
      <p className="person">
        <Avatar name={person.name} />
        <span className="person-words">
          <b className="one-line">{person.name}</b>
          <span className="one-line">{person.role}</span>
        </span>
      </p>
      {links.map(({ href, label, icon = 'person' }) => (
        <SoftLink key={href} href={href} className="nav-line">
          <Icon name={icon} />
          {label}
        </SoftLink>
      ))}
      <ActForm action={action} fields={hidden}>
        <button type="submit" className="nav-line">
          <Icon name="sign-out" />
          Sign out
        </button>
      </ActForm>
    </>
  );
}

interface PersonLinesProps {
  person: PersonFacts;
  links?: PersonLink[];
  signOut: SignOut;
}
