import { parsePresenceChannel } from '../presence/names/parse-presence-channel';
import { presenceChannel } from '../presence/names/presence-channel';

/** A channel of this application (contract of names; S0.4 to S0.8). */
export type Channel =
  | { kind: 'user'; userId: string }
  | { kind: 'org'; tenantId: string }
  | { kind: 'group'; groupId: string; epoch: number }
  | { kind: 'public'; groupId: string; epoch: number }
  /** Of a room whose name is too long for the channel's, only the channel is known. */
  | { kind: 'presence'; tenantId: string; room: string | null; longName?: string }
  | { kind: 'conn'; socketId: string };

/** Every kind there is. `npm run isolation` walks this list. */
export const channelKinds = ['user', 'org', 'group', 'public', 'presence', 'conn'] as const;

export type ChannelKind = Channel['kind'];

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const epoch = '[1-9][0-9]{0,9}';

/** How the protocol names a connection. */
export const socketIdShape = /^\d{1,20}\.\d{1,20}$/;

const readers: ((name: string) => Channel | null)[] = [
  reader(`private-user-(${id})`, (userId) => ({ kind: 'user', userId })),
  reader(`private-org-(${id})`, (tenantId) => ({ kind: 'org', tenantId })),
  reader(`private-group-(${id})\\.(${epoch})`, (groupId, count) => ({
    ...{ kind: 'group', groupId, epoch: Number(count) },
  })),
  reader(`private-public-(${id})\\.(${epoch})`, (groupId, count) => ({
    ...{ kind: 'public', groupId, epoch: Number(count) },
  })),
  reader(String.raw`private-conn-(\d{1,20}\.\d{1,20})`, (socketId) => ({ kind: 'conn', socketId })),
  (name) => {
    const found = parsePresenceChannel(name);
    if (!found) return null;
    const { tenantId, room } = found;
    const long = found.kind === 'long' ? { longName: name } : {};
    return { kind: 'presence', tenantId, room, ...long };
  },
];

/**
 * Gives the name of a channel. The only place where names are made: who publishes says whom it is
 * for, never a name (C15).
 */
export function channelName(channel: Channel): string {
  switch (channel.kind) {
    case 'user':
      return `private-user-${channel.userId}`;
    case 'org':
      return `private-org-${channel.tenantId}`;
    case 'group':
    case 'public':
      return `private-${channel.kind}-${channel.groupId}.${channel.epoch}`;
    case 'presence':
      return channel.longName ?? presenceChannel(channel.tenantId, channel.room);
    case 'conn':
      return `private-conn-${channel.socketId}`;
  }
}

/** Reads a name back, strictly; null for everything that `channelName` would not have written. */
export function parseChannelName(name: string): Channel | null {
  if (name.length > 164) return null;
  for (const read of readers) {
    const channel = read(name);
    if (channel) return channel;
  }
  return null;
}

function reader(shape: string, make: (...parts: string[]) => Channel) {
  const whole = new RegExp(`^${shape}$`);
  return (name: string): Channel | null => {
    const found = whole.exec(name);
    return found ? make(...found.slice(1)) : null;
  };
}
