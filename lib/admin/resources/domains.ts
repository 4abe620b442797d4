import { domains } from '../../db/schema/platform';
import { defineResource } from '../../resources/define-resource';

/**
 * Addresses of the tenant's own. To be looked at: what changes them are verbs of their own, and a
 * screen and operations written for them.
 */
export const domainsResource = defineResource({
  name: 'domains',
  singular: 'domain',
  table: domains,
  title: 'hostname',
  columns: ['hostname', 'state', 'isPrimary', 'verifiedAt', 'checkedAt'],
  filters: ['state', 'isPrimary'],
  search: ['hostname'],
  sort: 'hostname',
  fields: {
    hostname: { label: 'Domain' },
    isPrimary: { label: 'Primary' },
    verifiedAt: { label: 'Connected since' },
    provedAt: { label: 'TXT record first seen' },
    checkedAt: { label: 'Last checked' },
    nextCheckAt: { label: 'Next check' },
    detail: { label: 'What the DNS said' },
    token: { label: 'Value of the TXT record' },
  },
  relations: {},
  asks: ['write'],
  readOnly: true,
});
