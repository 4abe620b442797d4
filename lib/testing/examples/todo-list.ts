import { z } from 'zod';
import { defineConsumer } from '../../realtime/consumer/define-consumer';
import { operation } from '../../realtime/consumer/operation';
import { publish } from '../../realtime/publish';

const item = z.object({ text: z.string().trim().min(1).max(200) });

/** A to-do list that everybody of a tenant shares and sees grow. */
export const todoList = defineConsumer({
  ops: {
    'todo.add': operation(item, async ({ ctx, user, data, multiplexer }) => {
      const list = ctx.state('todo');
      const number = await list.incr('count');
      const entry = { number, text: data.text, by: user.name };
      await list.set(`item ${number}`, entry);
      await multiplexer.send('todo.added', entry);
      // The others: this connection has heard it with the answer.
      const everybody = { kind: 'org', tenantId: ctx.tenant.id } as const;
      await publish(everybody, 'todo.added', entry, { exceptSocket: ctx.socketId });
    }),
  },
  onConnect: async (ctx, multiplexer) => {
    const list = ctx.state('todo');
    const entries = await list.getMany((await list.keys()).filter((key) => key !== 'count'));
    await multiplexer.send('todo.all', [...entries.values()]);
  },
});
