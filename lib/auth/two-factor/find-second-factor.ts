import { type AppClient, appClient } from '../../db/client';

/** What the second step of a sign-in is checked against. */
export interface SecondFactor {
  email: string;
  passwordHash: string;
  sealedSecret: string;
}

/** The second factor of an account; null where it has none, so that a password is enough. */
export async function findSecondFactor(
  userId: string,
  client: AppClient = appClient(),
): Promise<SecondFactor | null> {
  const [row] = await client.query(
    (sql) => sql`select * from platform.find_second_factor(${userId})`,
  );
  if (!row) return null;
  const { email, secret: sealedSecret } = row;
  // Who signs in with a provider alone has none.
  const passwordHash: string = row.password_hash ?? '';
  return { email, passwordHash, sealedSecret };
}
