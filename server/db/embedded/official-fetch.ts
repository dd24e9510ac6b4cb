/**
 * A program of its own, started by official.ts: asks mongodb-memory-server for its mongod, and sends
 * `{ path }` or `{ missing }` to the process that started it.
 */
import { MongoBinary } from 'mongodb-memory-server-core';

const answer = await MongoBinary.getPath().then(
  (path) => ({ path }),
  (error: Error) => ({ missing: reason(error) }),
);
process.send?.(answer, () => process.disconnect());

/** Its messages are several lines long; the line behind `Details:` is the reason. */
function reason(error: Error): string {
  if (error.message.includes('RUNTIME_DOWNLOAD: "false"')) return 'none yet';
  const [first = '', ...more] = error.message.split('\n').filter((line) => line.trim() !== '');
  return (more.join(' ') || first).trim();
}
