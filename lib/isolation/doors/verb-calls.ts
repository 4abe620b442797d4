import type { ActionCall, Scene } from './action-plan';
import { commentCalls } from './comment-calls';
import { invitationCalls } from './invitation-actions';
import { jobCalls } from './job-calls';
import { keyCalls } from './key-actions';
import { memberCalls } from './member-actions';

/** Verbs that write by themselves, each on a row of the own tenant or the other that it is in order for. */
export async function verbCalls(scene: Scene, whose: 'site' | 'foreign'): Promise<ActionCall[]> {
  const kinds = [jobCalls, memberCalls, keyCalls, invitationCalls, commentCalls];
  return (await Promise.all(kinds.map((of) => of(scene, whose)))).flat();
}
