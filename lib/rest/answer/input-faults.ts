import type { z } from 'zod';
import type { InputFault } from './api-problem';

const mostFaults = 50;

/** Gives the faults of an input by path. Fields that are not known are named one by one. */
export function faultsOf(error: z.ZodError): InputFault[] {
  return error.issues.flatMap(faultsOfIssue).slice(0, mostFaults);
}

function faultsOfIssue(issue: z.core.$ZodIssue): InputFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      message: 'There is no such field.',
    }));
  }
  return [{ path: pathOf(issue.path), message: issue.message }];
}

function pathOf(path: PropertyKey[]): string {
  return path.map(String).join('.').slice(0, 200);
}
