export { domains } from './domains';
export { events } from './events';
export { jobs } from './jobs';
export { memberships } from './memberships';
export { sessions } from './sessions';
export { tenants } from './tenants';
export { users } from './users';
