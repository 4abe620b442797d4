/** A request to the HTTP API that is not fulfilled. The message is for whoever sent it. */
export class RequestRefused extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 405 | 413,
    message: string,
  ) {
    super(message);
    this.name = 'RequestRefused';
  }
}
