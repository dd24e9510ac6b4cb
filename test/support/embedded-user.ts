/**
 * A program that uses the embedded database of the folder it is given: it sends `{ uri }` when that is open, and
 * upon any message closes it and ends.
 */
import { openEmbedded } from '../../server/db/embedded/server.ts';

const [dataDir = ''] = process.argv.slice(2);
const { uri, stop } = await openEmbedded({ dataDir, say: () => {} });
process.on('message', async () => {
  await stop();
  process.disconnect();
});
process.send?.({ uri });
