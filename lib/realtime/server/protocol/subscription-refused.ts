/** A socket is not let into a channel. The message is for the client. */
export class SubscriptionRefused extends Error {
  readonly type: string;

  constructor(
    message: string,
    readonly status: 400 | 401 | 403 | 429 = 401,
  ) {
    super(message);
    this.name = 'SubscriptionRefused';
    this.type = status === 429 ? 'LimitReached' : status === 400 ? 'BadRequest' : 'AuthError';
  }
}
