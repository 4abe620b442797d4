import { expect, test } from 'vitest';
import type { Consumer } from './consumer';
import { defineConsumer } from './define-consumer';
import { dropSignedOut } from './drop-signed-out';
import { withChannel } from './with-channel';

const ctx = { tenant: { id: '018f3e6a-7b1c-4def-8123-456789abcdef' } } as never;
const drop = (consumer: Consumer) => dropSignedOut(ctx, { op: 'thing.do' }, [consumer]);

test('a consumer that says so keeps the connections, in either form', async () => {
  const kept = { disconnectIfHttpLoggedOut: false };
  await expect(drop(defineConsumer({ ...kept, onReceive: () => {} }))).resolves.toBeUndefined();
  await expect(drop(withChannel(() => {}, kept))).resolves.toBeUndefined();
});

test('all others look whose cookie it was: here, outside a request, there is none to look at', async () => {
  await expect(drop(defineConsumer({ onReceive: () => {} }))).rejects.toThrow(/request scope/);
  await expect(drop(withChannel(() => {}))).rejects.toThrow(/request scope/);
  await expect(dropSignedOut(ctx, null, [])).rejects.toThrow(/request scope/);
});
