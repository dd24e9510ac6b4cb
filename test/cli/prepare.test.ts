import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';

it('`npx galley` in a checkout that is built builds nothing anew below a server that runs', () => {
  const builtAt = () => statSync('dist/server/cli/main.js').mtimeMs;
  const before = builtAt();
  execFileSync(process.execPath, ['bin/prepare.js'], { env: { ...process.env, npm_command: 'exec' } });
  expect(builtAt()).toBe(before);
});
