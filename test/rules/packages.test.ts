import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from './sources.ts';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    peerDependencies: versions,
    optionalDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(textOf('package.json')));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        hasInstallScript: z.boolean().default(false),
        deprecated: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

/** `node_modules/a/node_modules/@b/c` is `@b/c`; the package itself has no path. */
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, '') }));

describe('The packages', () => {
  it('were all found in the lock file', () => {
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.filter((name) => !locked.some((one) => one.name === name))).toEqual([]);
  });

  it('that run a script when they are installed stand in allowScripts, with their version', () => {
    const running = locked.filter(({ hasInstallScript }) => hasInstallScript);
    const told = running.map(({ name, version }) => `${name}@${version}`);
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(told)].sort());
  });

  it('are none that its maker has given up', () => {
    const deprecated = locked.filter((one) => one.deprecated !== undefined);
    expect(deprecated.map(({ name, version, deprecated: why }) => `${name}@${version}: ${why}`)).toEqual([]);
  });

  it('are named by exact versions', () => {
    const { allowScripts: _, ...lists } = manifest;
    const named = Object.values(lists).flatMap((list) => Object.entries(list));
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
