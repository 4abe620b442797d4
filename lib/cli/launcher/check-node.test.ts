import { expect, it } from 'vitest';
import { nodeVersionFault } from './check-node.mjs';

it.each(['20.9.0', '20.20.2', '22.0.0', '24.21.0', '26.0.0-nightly'])(
  'takes Node %s',
  (version) => {
    expect(nodeVersionFault(version)).toBe('');
  },
);

it.each(['20.8.1', '18.20.4', '16.0.0', '8.17.0'])('refuses Node %s', (version) => {
  expect(nodeVersionFault(version)).toContain(`This is Node ${version}; Tenantry needs Node 20.9`);
});
