/** A tenant's scope was asked for inside the console's or the other way round, or two sessions mixed. */
export class MixedScopes extends Error {
  constructor() {
    super('A scope of a tenant and one of the console cannot be opened inside each other.');
    this.name = 'MixedScopes';
  }
}
