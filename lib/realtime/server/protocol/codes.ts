/** Why a socket is closed. Clients decide by the code whether to come back, and when. */
export interface Closing {
  code: number;
  reason: string;
}

/**
 * All reasons to close a socket. After 4000 to 4099 a client stays away, after 4100 to 4199 it
 * returns a second later, after 4200 to 4299 at once.
 */
export const closings = {
  binaryMessage: { code: 1003, reason: 'Messages are text' },
  unknownApp: { code: 4001, reason: 'There is no application with this key' },
  overQuota: { code: 4004, reason: 'Too many connections' },
  pathNotFound: { code: 4005, reason: 'Path not found' },
  badVersion: { code: 4006, reason: 'Invalid version' },
  unsupportedProtocol: { code: 4007, reason: 'Only version 7 of the protocol is spoken here' },
  noProtocol: { code: 4008, reason: 'No version of the protocol given' },
  foreignOrigin: { code: 4009, reason: 'Pages of this origin may not connect' },
  signInFailed: { code: 4009, reason: 'Sign-in failed' },
  signInTimeout: { code: 4009, reason: 'Not signed in in time' },
  userTerminated: { code: 4009, reason: 'Connections of this user are ended' },
  addressRate: { code: 4100, reason: 'Too many connections from this address' },
  originUnknown: { code: 4100, reason: 'The origin cannot be checked now' },
  tooSlow: { code: 4100, reason: 'Messages are not taken fast enough' },
  tooManyMessages: { code: 4100, reason: 'Too many messages' },
  notTakingAny: { code: 4100, reason: 'The server is stopping' },
  serverStops: { code: 4200, reason: 'The server is stopping, come back' },
  noPong: { code: 4201, reason: 'No answer to a ping' },
  idle: { code: 4202, reason: 'Nothing was said for long' },
} as const satisfies Record<string, Closing>;

/** Codes of `pusher:error`, after which the socket stays open. */
export const errorCodes = {
  badMessage: 4200,
  clientEventRefused: 4300,
  clientEventRate: 4301,
  badWatchlist: 4302,
} as const;
