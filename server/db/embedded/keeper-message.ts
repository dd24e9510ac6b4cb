import { z } from 'zod';

/** What a keeper tells the process that started it, once. `busy`: another mongod has the data open. */
export const keeperMessage = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('busy') }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
]);

export type KeeperMessage = z.infer<typeof keeperMessage>;
