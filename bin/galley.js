#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=50
/**
 * Starts the command line: on a Node older than Galley needs, with the Node that came along in its dependencies.
 * The flags, as in package.json's scripts: of a worker's memory 50 MB are in use, and V8 would let several times that
 * gather as garbage before it looks.
 */
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const neededMajor = 24;

if (Number.parseInt(process.versions.node, 10) >= neededMajor) await start();
else startOnOwnNode();

async function start() {
  // Halves the time to the first line, from the second start on.
  module.enableCompileCache?.();
  // The older Node that started us was killed: go with it, so that nothing keeps writing to its terminal.
  if (process.connected) process.once('disconnect', () => process.exit(1));
  try {
    const { main } = await import('../dist/server/cli/main.js');
    await main();
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write('Galley is not built, or a package is missing. Run: npm ci\n');
    process.exitCode = 1;
  }
}

/** Goes through to the child: arguments, terminal, signals, exit code. */
function startOnOwnNode() {
  const args = ['--max-semi-space-size=16', '--heap-growing-percent=50', ...process.argv.slice(1)];
  const child = spawn(ownNode(), args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Galley needs Node ${neededMajor} and cannot start its own (${error.message}).\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) return process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    process.stderr.write(`Galley needs Node ${neededMajor}. Run: npm ci\n`);
    process.exit(1);
  }
}
