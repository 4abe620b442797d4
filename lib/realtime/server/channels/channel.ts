import type { Connection } from '../connections/connection';
import type { ChannelKind } from './channel-kind';
import { Members } from './members';

/** A channel that has subscribers. */
export class Channel {
  readonly connections = new Set<Connection>();
  /** Of presence channels only. */
  readonly members: Members | null;

  constructor(
    readonly name: string,
    readonly kind: ChannelKind,
  ) {
    this.members = kind.memberOf ? new Members() : null;
  }

  /** To all subscribers but one. */
  send(frame: Buffer, except?: Connection): void {
    for (const connection of this.connections) {
      if (connection !== except) connection.send(frame);
    }
  }
}
