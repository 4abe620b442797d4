import { type SQL, sql } from 'drizzle-orm';
import { memberships } from '../db/schema/platform';
import { notificationPreferences } from '../db/schema/tenant';
import { type MailWay, rulesOf } from './kinds';

/** What somebody has chosen, and whether they are staff: null is nothing chosen. */
interface Chosen {
  inApp: boolean | null;
  email: MailWay | null;
  isStaff: boolean;
}

/** How a person hears of a kind. */
export interface Wish {
  inApp: boolean;
  email: MailWay;
}

/** What holds for somebody. */
export function wishOf(kind: string, { inApp, email, isStaff }: Chosen): Wish {
  const rules = rulesOf(kind);
  const usual = rules.inApp === 'staff' ? isStaff : true;
  return {
    inApp: rules.inApp === 'always' || (inApp ?? usual),
    email: email ?? rules.email,
  };
}

/** The same for a query of memberships with the preferences of the kind joined. */
export function wishColumns(kind: string): { inApp: SQL<boolean>; email: SQL<MailWay> } {
  const rules = rulesOf(kind);
  const { inApp, email } = notificationPreferences;
  const usual = rules.inApp === 'staff' ? sql`${memberships.isStaff}` : sql`true`;
  return {
    inApp: rules.inApp === 'always' ? sql<boolean>`true` : sql`coalesce(${inApp}, ${usual})`,
    email: sql`coalesce(${email}, ${rules.email}::text)`,
  };
}
