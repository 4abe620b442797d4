'use client';

import { Avatar } from '../avatar';
import { ActForm } from '../form/act-form';
import { Menu } from './menu';
import type { PersonFacts, PersonLink, SignOut } from './shell-types';

/** Who is signed in, with the way out. `small` shows the picture only. */
export function PersonMenu({ person, links = [], signOut, id, small }: PersonMenuProps) {
  const { action, hidden } = signOut;
  const items = [
    ...links,
    {
      label: 'Sign out',
      icon: 'sign-out' as const,
      submit: { form: id, name: 'intent', value: 'sign-out' },
    },
  ];
  const label = 'Your account menu';
  return (
    <div className="person">
      <ActForm id={id} action={action} fields={hidden} hidden />
      {small ? (
        <Menu
          label={label}
          items={items}
          triggerClass="person-picture"
          trigger={
            <>
              <Avatar name={person.name} />
              <span className="sr-only">{label}</span>
            </>
          }
        />
      ) : (
        <>
          <Avatar name={person.name} />
          <span className="person-words">
            <b className="one-line">{person.name}</b>
            <span className="one-line">{person.role}</span>
          </span>
          <Menu label={label} items={items} />
        </>
      )}
    </div>
  );
}

interface PersonMenuProps {
  person: PersonFacts;
  links?: PersonLink[];
  signOut: SignOut;
  /** Of its form; once per page. */
  id: string;
  small?: boolean;
}
