import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../server/cli/program.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const commands = [
  'serve',
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
  'rotate-secrets',
  'cleanup',
];

/** What the program answers in this process, which starts none of its commands. */
async function helpOf(command: string): Promise<string> {
  let shown = '';
  const program = createProgram(() => {});
  for (const one of [program, ...program.commands.flatMap((one) => [one, ...one.commands])])
    one.configureOutput({
      writeOut(text) {
        shown += text;
      },
    });
  const asked = program.parseAsync([...command.split(' '), '--help'], { from: 'user' });
  await expect(asked).rejects.toMatchObject({ exitCode: 0 });
  return shown;
}

describe('galley --help', () => {
  it('lists all commands', async () => {
    const { code, stdout } = await user.galley(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toContain(`\n  ${command.split(' ')[0]} `);
  });

  it.each(commands)('explains %s with an example', async (command) => {
    const help = await helpOf(command);
    expect(help).toMatch(new RegExp(`^Usage: galley ${command}\\b`));
    expect(help).toMatch(new RegExp(`\nExample:\n  galley ${command}\\b.*\n$`));
  });

  it('is what the process prints, and nothing else', async () => {
    const stdout = await helpOf('keys create');
    expect(await user.galley(['keys', 'create', '--help'])).toMatchObject({ code: 0, stdout, stderr: '' });
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
    const patient = { STAGE_PLUGINS: resolve('test/cli/stages/patient.js') };
    const run = user.start(['run', 'beans.csv'], patient, older);
    await run.seen(/Stage 2 starting: Clusters → Patience/);
    run.process.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 130, signal: null });
  });
});
