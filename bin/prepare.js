/**
 * What npm runs after an install: builds the program and its console. Also run by the first `npx galley` in a
 * checkout, for which it would take half a minute and pull the files from under a server that runs: what is built
 * stays as it is then.
 */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const isBuilt = ['dist/server/cli/main.js', 'dist/admin/index.html'].every((file) =>
  existsSync(new URL(file, root)),
);

if (process.env.npm_command !== 'exec' || !isBuilt) {
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
}
