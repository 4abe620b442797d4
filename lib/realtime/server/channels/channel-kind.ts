import type { Connection } from '../connections/connection';
import type { SubscribeRequest } from '../protocol/subscribe';
import type { Realtime } from '../realtime';
import type { Member } from './members';

/** Somebody asks for a channel. */
export interface Joining {
  realtime: Realtime;
  connection: Connection;
  asked: SubscribeRequest;
}

/** What channels of one kind do. Kinds are made of one another, by spreading. */
export interface ChannelKind {
  /** @throws SubscriptionRefused for whoever may not come in. */
  admit(joining: Joining): void;
  /** As whom one is in, where the members of a channel are known. @throws SubscriptionRefused */
  memberOf?(joining: Joining): Member;
  /** Holding such a channel shows that the application knows who is there. */
  isAuthorised: boolean;
  takesClientEvents: boolean;
  /** Whoever comes gets the last event first. */
  remembersLast: boolean;
  /** Each event is for this channel only: it is encrypted with the channel's own key. */
  isAlone: boolean;
  /** Told of to webhooks and to whoever lists channels. */
  isListed: boolean;
}
