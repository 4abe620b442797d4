/** Known to everyone who can read this file: for the demo alone. */
export const demoPassword = 'demo-password';

export interface DemoPerson {
  email: string;
  name: string;
  isSuperuser?: boolean;
  memberships: { tenant: string; role: 'owner' | 'admin' | 'editor' | 'member' }[];
}

export const demoPeople: DemoPerson[] = [
  { email: 'root@example.com', name: 'Root', isSuperuser: true, memberships: [] },
  {
    email: 'ada@example.com',
    name: 'Ada Lindgren',
    memberships: [{ tenant: 'acme', role: 'owner' }],
  },
  {
    email: 'bob@example.com',
    name: 'Bob Lindqvist',
    memberships: [
      { tenant: 'acme', role: 'editor' },
      { tenant: 'globex', role: 'member' },
    ],
  },
  {
    email: 'cleo@example.com',
    name: 'Cleo Marsh',
    memberships: [{ tenant: 'acme', role: 'member' }],
  },
  {
    email: 'gus@example.com',
    name: 'Gus Okafor',
    memberships: [{ tenant: 'globex', role: 'owner' }],
  },
];
