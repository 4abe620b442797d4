import type Pusher from 'pusher-js';
import type { Channel } from 'pusher-js';

/** How long one answer is waited for. */
const patienceMs = 10_000;

/** The channels of a page, besides rooms: brought up to what they are now. */
export function subscriptions(pusher: Pusher) {
  const held = new Set<string>();
  let hadTenant = false;
  return {
    /** True once the page has heard its tenant: not to be in it any more is worth telling. */
    hadTenant: () => hadTenant,
    /**
     * Subscribes to what is new, leaves what is gone, and waits.
     *
     * @returns whether all of it is heard.
     */
    async to(names: string[]): Promise<boolean> {
      for (const gone of [...held].filter((name) => !names.includes(name))) {
        held.delete(gone);
        pusher.unsubscribe(gone);
      }
      hadTenant ||= names.some((name) => name.startsWith('private-org-'));
      for (const name of names) held.add(name);
      const channels = names.map((name) => pusher.subscribe(name));
      await Promise.all(channels.map(settled));
      return channels.every(({ subscribed }) => subscribed);
    },
  };
}

/** Until the channel is heard, or refused, or the connection has gone once more. */
function settled(channel: Channel): Promise<void> {
  if (channel.subscribed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, patienceMs);
    function done() {
      clearTimeout(timer);
      channel.unbind('pusher:subscription_succeeded', done);
      channel.unbind('pusher:subscription_error', done);
      resolve();
    }
    channel.bind('pusher:subscription_succeeded', done);
    channel.bind('pusher:subscription_error', done);
  });
}
