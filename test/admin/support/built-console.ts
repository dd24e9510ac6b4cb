import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const root = `${process.cwd()}/`;
const sources = ['admin/**/*.{ts,tsx,html,svg,yml}', 'schema/schema.graphql', 'package-lock.json'];
const own = 'admin/data/gql/';

/** Before any test: the console as its sources are now, made again only where they are newer. */
export default function setup(): void {
  const built = timeOf('dist/admin/index.html');
  const files = globSync(sources, { cwd: root }).filter((file) => !file.startsWith(own));
  if (files.every((file) => timeOf(file) < built)) return;
  // Not as a test: React would come as it is for developers, three times as large.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', '-s', 'console'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function timeOf(file: string): number {
  return statSync(root + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
