import { connect } from '../world/scratch-server';

/** Runs a saboteur's statement on its copy, as the owner of the tables. */
export async function changeCopy(ownerUrl: string, statement: string): Promise<void> {
  const sql = connect(ownerUrl);
  await sql.unsafe(statement);
  await sql.end({ timeout: 2 });
}

/** What the copy for a deed is called. */
export function databaseName(did: string): string {
  return `sabotage_${did.replaceAll(/[^a-z]+/g, '_')}`;
}
