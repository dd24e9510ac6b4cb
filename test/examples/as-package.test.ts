import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { loadStages } from '../../server/load-stages.ts';

const folder = await mkdtemp(join(tmpdir(), 'galley-package-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a stage is found by the name of its package, from where Galley is started', async () => {
  const home = join(folder, 'node_modules/stage-key-takeaways');
  await cp('examples/stage-key-takeaways', home, { recursive: true });
  // What the package itself needs.
  await symlink(resolve('node_modules/zod'), join(folder, 'node_modules/zod'));
  const [stage] = await loadStages(['stage-key-takeaways'], folder);
  expect(stage).toMatchObject({ key: 'key-takeaways', after: 'generate-content' });
});

it('who writes a stage has the contract and the kit that tries it from the package, under their names', async () => {
  const program = `
    const [stage, kit] = await Promise.all([import('galley/stage'), import('galley/stage-kit')]);
    console.log(typeof stage.defineStage, typeof kit.tryStage);`;
  const args = ['--input-type=module', '--eval', program];
  expect((await promisify(execFile)(process.execPath, args)).stdout).toBe('function function\n');
});
