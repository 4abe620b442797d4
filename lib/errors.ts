/** Every code an expected failure may carry, with the HTTP status it is answered with. */
export const statusOfCode = {
  bad_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  wrong_type: 415,
  unusable: 422,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOfCode;

/**
 * An expected failure whose message may be shown to a person.
 * Anything else that is thrown is logged and masked by the doors.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }

  get status(): number {
    return statusOfCode[this.code];
  }
}

/** Something was tried too often; says when to try again. */
export class TooMany extends AppError {
  constructor(
    readonly retryAfterSeconds: number,
    what: 'attempts' | 'requests' | 'comments' = 'attempts',
  ) {
    super('too_many', `Too many ${what}. Try again in ${waitWords(retryAfterSeconds)}.`);
    this.name = 'TooMany';
  }
}

/** A person, an address or a whole tenant asked for more than it may in a minute. */
export class TooManyRequests extends TooMany {
  /** @param headers - what the answer says of the limit. */
  constructor(
    retryAfterSeconds: number,
    readonly headers: Record<string, string>,
  ) {
    super(retryAfterSeconds, 'requests');
    this.name = 'TooManyRequests';
  }
}

function waitWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** Input that was refused, field by field. Forms show each text beside its field. */
export class InvalidInput extends AppError {
  constructor(
    readonly fields: Record<string, string[]>,
    message = 'Some fields need another look.',
    code: 'bad_input' | 'conflict' = 'bad_input',
  ) {
    super(code, message);
    this.name = 'InvalidInput';
  }
}

/** Something of this name exists already (N14). */
export class ExistsError extends InvalidInput {
  constructor(fields: Record<string, string[]>) {
    super(fields, undefined, 'conflict');
    this.name = 'ExistsError';
  }
}

/** The password was right, and the account has two-factor on: a code is missing. */
export class CodeRequired extends AppError {
  constructor() {
    super('not_signed_in', 'This account has two-factor on: send a code as well.');
    this.name = 'CodeRequired';
  }
}

/** Somebody whose account is deactivated was to be given something (N14). */
export class InactiveError extends InvalidInput {
  constructor(field: string) {
    super({ [field]: ['This person’s account is deactivated.'] });
    this.name = 'InactiveError';
  }
}

/** The place for a tenant's tables cannot be as it was asked for (N14). */
export class SchemaError extends InvalidInput {
  constructor(field: string, fault: string) {
    super({ [field]: [fault] });
    this.name = 'SchemaError';
  }
}

/** Something cannot be deleted, or not in this way (N14). */
export class DeleteError extends AppError {
  constructor(message: string) {
    super('conflict', message);
    this.name = 'DeleteError';
  }
}

/** No tenant answers under the given name (S3.40). */
export class TenantNotFound extends AppError {
  constructor(message = 'There is no site at this address.') {
    super('not_found', message);
    this.name = 'TenantNotFound';
  }
}

/** A hostname that no tenant has connected (S3.40). */
export class DomainNotFound extends TenantNotFound {
  constructor(hostname: string) {
    super(`No site is connected to ${hostname}.`);
    this.name = 'DomainNotFound';
  }
}

/** The tenant exists and is not serving: pages go to /unavailable, routes answer 503. */
export class TenantClosed extends AppError {
  constructor({ name, status }: { name: string; status: string }) {
    const isBriefly = status === 'maintenance';
    super('unavailable', `${name} is ${isBriefly ? 'being worked on' : 'paused for now'}.`);
    this.name = 'TenantClosed';
  }
}

/** A read or write was asked for where no tenant is bound: the handle fails closed (N16). */
export class NoTenantBound extends Error {
  constructor(what: string) {
    super(
      `${what} needs a tenant, and none is bound here. Enter by a door, or through runAsTenant().`,
    );
    this.name = 'NoTenantBound';
  }
}

/** Work across tenants was asked for where nobody has said why (N16). */
export class NoPlatformRun extends Error {
  constructor() {
    super('This goes across tenants. Call it inside runAsPlatform(), with a reason.');
    this.name = 'NoPlatformRun';
  }
}

/** Something of one tenant was reached for from inside the scope of another. */
export class WrongTenant extends Error {
  constructor(bound: string, asked: string) {
    super(`The scope is bound to tenant ${bound}; tenant ${asked} cannot be used inside it.`);
    this.name = 'WrongTenant';
  }
}
