/** What carries messages to one client. The protocol knows nothing else of the transport. */
export interface Link {
  /** What waits to be taken by the other side. */
  readonly waitingBytes: number;
  send(bytes: Buffer): void;
  ping(): void;
  pong(payload: Buffer): void;
  close(code: number, reason: string): void;
}
