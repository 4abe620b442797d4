import { jobActs, jobLabels } from '../../jobs/job-acts';
import { tenantJobs } from '../../jobs/job-lists';
import { defineResource } from '../../resources/define-resource';

/** Work of the tenant that is done in the background: its own alone, dead letters to be replayed. */
export const jobsResource = defineResource({
  name: 'jobs',
  singular: 'job',
  table: tenantJobs,
  title: 'name',
  columns: ['name', 'state', 'attempts', 'progress', 'failure', 'createdAt'],
  filters: ['state', 'createdAt'],
  search: ['name', 'kind', 'failure'],
  sort: '-createdAt',
  sortable: ['createdAt'],
  fields: jobLabels,
  actions: jobActs,
  readOnly: true,
});
