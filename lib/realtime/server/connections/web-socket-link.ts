import type { WebSocket } from 'ws';
import type { Link } from './link';

/** A WebSocket as a link. What is sent to one that is closing goes nowhere. */
export class WebSocketLink implements Link {
  constructor(private readonly socket: WebSocket) {}

  get waitingBytes(): number {
    return this.socket.bufferedAmount;
  }

  send(bytes: Buffer): void {
    this.socket.send(bytes, { binary: false }, ignore);
  }

  ping(): void {
    this.socket.ping(undefined, undefined, ignore);
  }

  pong(payload: Buffer): void {
    this.socket.pong(payload, undefined, ignore);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}

/** A message that cannot be sent is no fault: the socket has ended, and says so itself. */
function ignore(): void {}
