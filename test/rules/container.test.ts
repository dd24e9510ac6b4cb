import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configVariables, readConfig } from '../../server/config.ts';
import { textOf } from './sources.ts';

const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()), dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')));

/** The Dockerfile's instructions, in order, each with its continued lines. */
const instructions = textOf('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return { name, rest };
  });
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);

/** What the image sets. */
const settings: Record<string, string> = Object.fromEntries(
  [...(all('ENV')[0] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);
/** Variables that name a folder in which something is kept. */
const folders = configVariables.filter((name) => name.endsWith('_DIR'));

const condition = z.record(z.string(), z.object({ condition: z.string() }));
const service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  depends_on: condition.default({}),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
});
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(textOf('docker-compose.yml'), { merge: true }));
const { mongo, api, worker, 'mongo-init': init } = compose.services;
/** Where the program finds its database, with what .env fills in. */
const address = new URL((api?.environment.MONGODB_URI ?? '').replace(/\$\{MONGO_PASSWORD\}/, 'of-env'));

describe('The image', () => {
  it('is built by npm ci, which installs and then runs what builds the program', () => {
    expect(all('RUN')).toEqual([
      'npm ci',
      'npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/.bin/node',
      'mkdir /data && chown node:node /data',
    ]);
    // Npm runs these after an install, and no others: what the program starts with must come of them.
    const afterInstall = [
      'preinstall',
      'install',
      'postinstall',
      'prepublish',
      'preprepare',
      'prepare',
      'postprepare',
    ];
    const scripts = afterInstall.flatMap((name) => packageJson.scripts[name] ?? []);
    expect(scripts).toEqual(['node bin/prepare.js']);
    expect(packageJson.scripts.build).toBe('tsc -p tsconfig.build.json && npm run -s console');
    const { compilerOptions } = JSON.parse(textOf('tsconfig.build.json'));
    expect(all('COPY')).toContain(`--from=build /app/${compilerOptions.outDir} ./${compilerOptions.outDir}`);
    // The newcomer's way is the same.
    expect(textOf('.ci/run')).toContain('\nnpm ci\n');
  });

  it('has two stages on the Node that the program needs, and runs as nobody special', () => {
    const major = packageJson.dependencies.node?.split('.')[0];
    expect(all('FROM')).toEqual([`node:${major}-slim AS build`, `node:${major}-slim`]);
    expect(all('USER')).toEqual(['node']);
    const afterUser = instructions.slice(instructions.findIndex(({ name }) => name === 'USER'));
    expect(afterUser.filter(({ name }) => ['RUN', 'COPY', 'ADD'].includes(name))).toEqual([]);
  });

  it('starts what npm start starts, without npm between it and its signals', () => {
    expect(JSON.parse(all('CMD')[0] ?? '').join(' ')).toBe(packageJson.scripts.start);
  });

  it('sets variables that the program knows, to values that it takes', () => {
    expect(Object.keys(settings).filter((name) => !configVariables.includes(name))).toEqual([]);
    expect(readConfig(settings)).toMatchObject({ HOST: '0.0.0.0', PORT: Number(all('EXPOSE')[0]) });
  });

  it('keeps what it writes in its volume, which is of who it runs as', () => {
    const [volume] = all('VOLUME');
    expect(all('RUN').at(-1)).toBe(`mkdir ${volume} && chown node:node ${volume}`);
    expect(folders.filter((name) => !isIn(volume, settings[name]))).toEqual([]);
  });

  it('is looked after where it listens, whichever port that is', () => {
    expect(all('HEALTHCHECK')[0]).toContain("'http://127.0.0.1:' + process.env.PORT + '/readyz'");
  });

  it('takes nothing along that is secret or of this machine', () => {
    const { DATA_DIR, LOG_DIR, PUBLISH_DIR } = readConfig({});
    expect(textOf('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', '.env', 'node_modules', 'dist', DATA_DIR, LOG_DIR, PUBLISH_DIR]),
    );
  });
});

describe('The composition', () => {
  it.each(Object.entries({ api, worker }))(
    'runs %s from the image, in its role, with variables that are known',
    (role, one) => {
      expect(one).toMatchObject({
        build: '.',
        env_file: '.env',
        environment: { ROLE: role, NODE_ENV: 'production' },
      });
      expect(Object.keys(one?.environment ?? {}).filter((name) => !configVariables.includes(name))).toEqual(
        [],
      );
      expect(() => readConfig(one?.environment ?? {})).not.toThrow();
      expect(one?.healthcheck?.test.join(' ')).toContain("127.0.0.1:' + process.env.PORT + '/readyz'");
      expect(one?.depends_on).toEqual({ 'mongo-init': { condition: 'service_completed_successfully' } });
      // Longer than it takes to end.
      expect(Number.parseInt(one?.stop_grace_period ?? '', 10)).toBeGreaterThan(15);
    },
  );

  it('keeps no secret of its own: what it fills in has a name that .env has', () => {
    const filledIn = [...textOf('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
    const offered = Object.keys(parseEnv(textOf('.env.example')));
    expect(filledIn.filter((name) => !offered.includes(name))).toEqual([]);
    const stated = textOf('docker-compose.yml').replace(/\$\{.*?\}/g, 'filled in');
    expect(stated).not.toMatch(/(password|secret|token)\w*\s*[:=](?!\s*filled in)/i);
  });

  it('has a database that lets in nobody without the password of .env, which it does not start without', () => {
    expect(mongo?.entrypoint?.at(-1)).toMatch(/exec docker-entrypoint\.sh mongod .*--keyFile/);
    expect(mongo?.environment).toEqual({
      MONGO_INITDB_ROOT_USERNAME: 'galley',
      MONGO_INITDB_ROOT_PASSWORD: expect.stringMatching(/^\$\{MONGO_PASSWORD:\?.+\}$/),
    });
    const { username, password, searchParams } = address;
    expect([username, password, searchParams.get('authSource')]).toEqual(['galley', 'of-env', 'admin']);
    expect(init?.command?.join(' ')).toMatch(/--username=galley --password=\$\{MONGO_PASSWORD\} /);
  });

  it('makes MongoDB 8 the replica set that the program is told of', () => {
    const set = address.searchParams.get('replicaSet');
    expect(mongo).toMatchObject({ image: 'mongo:8' });
    expect(mongo?.entrypoint?.at(-1)).toContain(`--replSet ${set} `);
    // Not where the first start listens while it makes the user.
    expect(mongo?.healthcheck?.test.join(' ')).toContain(`mongosh --quiet --host ${address.hostname} `);
    expect(init?.command?.at(-1)).toContain(`rs.initiate({ _id: '${set}'`);
    expect(init?.depends_on).toEqual({ mongo: { condition: 'service_healthy' } });
    expect(worker?.environment.MONGODB_URI).toBe(api?.environment.MONGODB_URI);
  });

  it('keeps what it writes in the volume, whatever .env says, which would count for more than the image', () => {
    const [, volume] = api?.volumes[0]?.split(':') ?? [];
    expect(volume).toBe(all('VOLUME')[0]);
    for (const one of [api, worker]) {
      expect(folders.filter((name) => !isIn(volume, one?.environment[name]))).toEqual([]);
    }
  });

  it('shares the pictures, keeps the data, and shows nothing but the API', () => {
    expect(worker?.volumes).toEqual(api?.volumes);
    const used = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((one) => one.split(':')[0]),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
    const shown = Object.entries(compose.services).filter(([, { ports }]) => ports.length > 0);
    expect(shown.map(([name]) => name)).toEqual(['api']);
  });
});

function isIn(volume: string | undefined, folder: string | undefined): boolean {
  return folder === volume || Boolean(folder?.startsWith(`${volume}/`));
}
