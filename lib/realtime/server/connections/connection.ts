import type { Channel } from '../channels/channel';
import { leaveChannel } from '../channels/leave-channel';
import { closings } from '../protocol/codes';
import type { Realtime } from '../realtime';
import type { SignedInUser } from '../users/users';
import { Allowance } from './allowance';
import type { Link } from './link';

/** One client's connection: what it holds, who it is, when it was last heard. */
export class Connection {
  readonly channels = new Map<string, Channel>();
  readonly frames: Allowance;
  readonly clientEvents: Allowance;
  user: SignedInUser | null = null;
  /** When anything came, and when we asked whether anybody is there and had no answer yet. */
  heardAt = performance.now();
  pingedAt: number | null = null;
  /** When messages went either way; `talked` is since the heart last beat. */
  talkedAt = this.heardAt;
  talked = false;
  #hasEnded = false;

  constructor(
    private readonly realtime: Realtime,
    readonly socketId: string,
    private readonly link: Link,
  ) {
    this.frames = new Allowance(realtime.limits.framesPerSecond);
    this.clientEvents = new Allowance(realtime.limits.clientEventsPerSecond);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether the application knows who this is. */
  get isAuthorised(): boolean {
    return this.user !== null || [...this.channels.values()].some(({ kind }) => kind.isAuthorised);
  }

  /** Sends, or ends a connection that takes its messages so slowly that they would pile up here. */
  send(frame: Buffer): void {
    if (!this.#canTake()) return;
    this.link.send(frame);
    this.realtime.counters.messagesOut += 1;
    this.talked = true;
  }

  heard(): void {
    this.heardAt = performance.now();
    this.pingedAt = null;
  }

  ping(): void {
    this.pingedAt = performance.now();
    this.link.ping();
  }

  /** Answers a ping of the transport, but not to somebody who asks and does not listen. */
  pong(payload: Buffer): void {
    if (this.#canTake()) this.link.pong(payload);
  }

  /** Closes the connection and tells why. */
  end(reason: keyof typeof closings): void {
    if (this.#hasEnded) return;
    if (reason !== 'serverStops') this.realtime.counters.refuse(reason);
    this.link.close(closings[reason].code, closings[reason].reason);
    this.forget();
  }

  /**
   * Lets go of all that the connection held. It is out of its channels a moment later and not at
   * once: this may happen in the midst of a broadcast, and telling others may end them as well.
   */
  forget(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.realtime.connections.delete(this.socketId);
    // A server that stops forgets everything anyway, and its clients are told no goodbyes of others.
    if (this.realtime.isClosing) return;
    queueMicrotask(() => {
      for (const channel of this.channels.values()) leaveChannel(this.realtime, this, channel);
      if (this.user) this.realtime.users.remove(this, this.user);
    });
  }

  #canTake(): boolean {
    if (this.#hasEnded) return false;
    const isSlow = this.link.waitingBytes > this.realtime.limits.sendBufferBytes;
    if (isSlow) this.end('tooSlow');
    return !isSlow;
  }
}
