import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const commands = [
  'signin',
  'keys',
  'keys create',
  'keys revoke',
  'run',
  'resume',
  'retry',
  'pause',
  'cancel',
  'runs',
  'logs',
  'credits',
  'credits add',
  'audit',
  'doctor',
  'cleanup',
];

describe('galley --help', () => {
  it('lists all commands', async () => {
    const { code, stdout } = await user.galley(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toContain(`\n  ${command.split(' ')[0]} `);
  });

  it.each(commands)('explains %s with an example', async (command) => {
    const { code, stdout, stderr } = await user.galley([...command.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: galley ${command}\\b`));
    expect(stdout).toMatch(new RegExp(`\nExample:\n  galley ${command}\\b.*\n$`));
  });
});

describe('galley --version', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(await user.galley(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('on an older Node than Galley needs', () => {
  const older = [
    '--import',
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})',
  ];

  it('starts on the Node it has brought along, and passes its exit code on', async () => {
    expect(await user.start(['--help'], {}, older).ended).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await user.start(['run', 'missing.csv'], {}, older).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('The file missing.csv cannot be read');
  });

  it('passes signals on', async () => {
    await user.file('beans.csv', ['keyword', 'coffee beans']);
    const run = user.start(['run', 'beans.csv'], {}, older);
    await run.seen(/Stage 4 starting/);
    run.process.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 130, signal: null });
  });
});
