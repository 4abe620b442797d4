import type { ScopedTx } from '../db/scoped-tx';
import type { EventOrigin } from '../events/record-event';
import { changeJobs, type JobVerb } from './change-jobs';

type Values = Record<string, unknown>;

const act = (verb: JobVerb) => ({
  run: (tx: ScopedTx, origin: EventOrigin, ids: string[]) =>
    changeJobs(tx, origin, ids.map(Number), verb),
});

/** What the lists of both admins offer on jobs, as the resource engine takes it. */
export const jobActs = {
  retry: {
    ...act('retry'),
    label: 'Retry',
    done: 'retried',
    refuse: ({ state }: Values) =>
      state === 'dead' || state === 'retrying'
        ? null
        : 'It was neither given up nor does it wait for another attempt.',
  },
  discard: {
    ...act('discard'),
    label: 'Discard',
    done: 'discarded',
    question: {
      title: 'Discard {name}?',
      body: 'What it was to do is never done. It stays in this list for a week, and the audit log keeps who discarded it.',
      button: 'Discard {what}',
    },
    refuse: ({ state }: Values) => (state === 'dead' ? null : 'It was not given up.'),
  },
};

/** What the fields of a list of jobs are called. */
export const jobLabels = {
  name: { label: 'Work' },
  state: {
    choices: [
      { value: 'waiting', label: 'Waiting' },
      { value: 'running', label: 'Running' },
      { value: 'retrying', label: 'Tried again later' },
      { value: 'dead', label: 'Given up' },
      { value: 'done', label: 'Done' },
      { value: 'discarded', label: 'Discarded' },
    ],
  },
  attempts: { label: 'Attempts' },
  createdAt: { label: 'Asked for' },
  runAt: { label: 'Due' },
  endedAt: { label: 'Ended' },
  failure: { label: 'Last failure' },
};
