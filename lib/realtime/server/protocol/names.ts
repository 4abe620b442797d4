const safe = /^[A-Za-z0-9_\-=@,.;]+$/;
const userChannelPrefix = '#server-to-user-';

/** The longest name of a channel, its prefix included. */
export const longestChannelName = 164;
export const longestEventName = 200;
const longestUserId = 128;

/** Whether a client may ask for such a channel by name. */
export function isChannelName(name: string): boolean {
  return name.length <= longestChannelName && safe.test(name);
}

/** Whether somebody with this id can sign in. */
export function isUserId(id: string): boolean {
  return id.length <= longestUserId && safe.test(id);
}

/** The user whose own channel this is, null for other names. */
export function userOfChannel(name: string): string | null {
  if (!name.startsWith(userChannelPrefix)) return null;
  const id = name.slice(userChannelPrefix.length);
  return isUserId(id) ? id : null;
}

/** Ids of members are whatever the application signs: any text or number that is not endless. */
export function memberIdOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const id = String(value);
  return id !== '' && id.length <= longestUserId ? id : null;
}

export function isSocketId(text: string): boolean {
  return /^\d{1,20}\.\d{1,20}$/.test(text);
}
