/** Why nothing more can be done with an invitation, by how it ended. */
export const endedWords: Record<'accepted' | 'revoked' | 'replaced', string> = {
  accepted: 'It has been accepted.',
  revoked: 'It has been revoked.',
  replaced: 'A later one has taken its place.',
};
