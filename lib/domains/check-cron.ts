import { defineCron } from '../jobs/define-cron';
import { planDomainChecks } from './plan-domain-checks';

/**
 * Asks for the checks that are due and that no job stands for: those of a tenant that was restored,
 * and those whose job was given up. Each check plans the next one by itself.
 */
export const domainChecks = defineCron({
  name: 'domain-checks',
  every: '5m',
  run: async () => {
    await planDomainChecks();
  },
});
