import { tenants } from '../../db/schema/platform';
import { jobActs, jobLabels } from '../../jobs/job-acts';
import { consoleJobs } from '../../jobs/job-lists';
import { defineResource } from '../../resources/define-resource';

/** Work in the background, of all tenants and the platform's own, dead letters to be replayed. */
export const jobsResource = defineResource({
  name: 'jobs',
  singular: 'job',
  table: consoleJobs,
  title: 'name',
  columns: ['name', 'state', 'tenant', 'attempts', 'progress', 'failure', 'createdAt'],
  filters: ['state', 'tenant', 'createdAt'],
  search: ['name', 'kind', 'failure'],
  sort: '-id',
  sortable: [],
  fields: { ...jobLabels, tenant: { label: 'Tenant' } },
  relations: { tenant: { table: tenants, title: 'name' } },
  permissions: {
    read: 'platform.jobs.read',
    write: 'platform.jobs.write',
    delete: 'platform.jobs.delete',
  },
  actions: jobActs,
  readOnly: true,
  platformOnly: true,
});
