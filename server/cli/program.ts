import { createRequire } from 'node:module';
import { Command, InvalidArgumentError } from 'commander';

import { nameOfLanguage } from '../../language/language-name.ts';
import { type ModelChoice, modelNamed } from '../ai/providers/choice.ts';

/**
 * All commands, their options and help. What a command does is loaded when it is called: help and bad usage are
 * answered at once. `end` is told the exit code.
 */
export function createProgram(end: (code: number) => void): Command {
  const program = new Command('galley')
    .description(
      "Turns a website's keyword list into illustrated article drafts that wait for a person's review.",
    )
    .version(versionOfGalley(), '-v, --version', 'print the version of Galley')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride()
    .showSuggestionAfterError();
  example(program, 'galley run examples/coffee.csv');

  const command = (usage: string, description: string, shown: string) =>
    example(program.command(usage).description(description), shown);

  command('serve', 'Serve the API and the console, and work on runs.', 'galley serve').action(async () =>
    end(await (await import('./commands/serve.ts')).serve()),
  );

  command('signin', 'Print a new one-time sign-in link.', 'galley signin --email ada@example.com')
    .option('--email <address>', 'the user to sign in; default: the first owner', named)
    .action(async (options) => end(await (await import('./commands/signin.ts')).signin(options)));

  const keys = command('keys', 'List the API keys that programs use.', 'galley keys').action(async () =>
    end(await (await import('./commands/keys.ts')).showKeys()),
  );
  example(
    keys
      .command('create')
      .argument('<name>', 'what it is called', named)
      .description('Create an API key and print it, this once.'),
    'galley keys create nightly --scopes read,run',
  )
    .requiredOption('--scopes <list>', 'what it may do: read, run, write', scopes)
    .action(async (name, options) =>
      end(await (await import('./commands/keys.ts')).createKey(name, options)),
    );
  example(
    keys.command('revoke <prefix>').description('Revoke an API key, named by its first characters.'),
    'galley keys revoke galley_a1b2c3',
  ).action(async (prefix) => end(await (await import('./commands/keys.ts')).revokeKey(prefix)));

  const run = command(
    'run [file]',
    'Import the keywords of a CSV file and run the pipeline.',
    'galley run coffee.csv --stages 1..3',
  )
    .option('--site <name>', 'site for the keywords; default: the name of the file', named)
    .option('--language <code>', 'language of a new site, such as de or pt-BR (default: en)', language)
    .option('--credits <n>', 'credits of a new account (default: 1500)', credits)
    .option('--stages <a..b>', 'only these stages, by number or key', stages)
    .option('--out <dir>', 'where the articles go', named, 'out')
    .option('--json', 'print only the finished run, or the estimate, as one JSON document')
    .option('--estimate', 'only show what a run of FILE and everything waiting would cost; start nothing')
    .option('--text-model <model>', 'with --estimate: price the text with this model', modelOf('text'))
    .option('--image-model <model>', 'with --estimate: price the images with this model', modelOf('image'))
    .action(async (file, { estimate, ...options }) => {
      if (estimate) return end(await (await import('./commands/estimate.ts')).estimate(file, options));
      const { textModel, imageModel } = options;
      if (textModel || imageModel)
        run.error('error: use these options only with --estimate; a run uses TEXT_MODEL and IMAGE_MODEL');
      if (file === undefined) run.error("error: missing required argument 'file'");
      end(await (await import('./commands/run.ts')).run(file, options));
    });

  command('resume [run]', 'Continue a run that is paused, failed or was cut off.', 'galley resume')
    .option('--site <name>', 'the site, if several could be meant', named)
    .option('--out <dir>', 'where the articles go', named, 'out')
    .option('--json', 'print only the finished run, as one JSON document')
    .action(async (run, options) => end(await (await import('./commands/resume.ts')).resume(run, options)));

  command('retry <stage>', 'Retry the failed items of a stage, named by its number or key.', 'galley retry 6')
    .option('--site <name>', 'the site, if there are several', named)
    .option('--out <dir>', 'where the articles go', named, 'out')
    .option('--json', 'print only the finished run, as one JSON document')
    .action(async (stage, options) => end(await (await import('./commands/retry.ts')).retry(stage, options)));

  command('pause [run]', 'Pause a run after the batch in flight.', 'galley pause latest')
    .option('--site <name>', 'the site, if several could be meant', named)
    .action(async (run, options) => end(await (await import('./commands/pause.ts')).pause(run, options)));

  command(
    'cancel [run]',
    'End a run at once and for good: finished work stays, the unused hold is released.',
    'galley cancel latest',
  )
    .option('--site <name>', 'the site, if several could be meant', named)
    .action(async (run, options) => end(await (await import('./commands/cancel.ts')).cancel(run, options)));

  command('runs', 'List the latest runs.', 'galley runs --last 5')
    .option('--site <name>', 'only runs of this site', named)
    .option('--last <n>', 'how many', wholeNumber, 20)
    .action(async (options) => end(await (await import('./commands/runs.ts')).runs(options)));

  command('logs [run]', "Show a run's log.", 'galley logs latest --stage 4 --last 20')
    .option('--site <name>', 'the site, if several could be meant', named)
    .option('--stage <stage>', 'only the log of this stage, by its number or key', named)
    .option('--last <n>', 'only this many lines, from the end', wholeNumber)
    .action(async (run, options) => end(await (await import('./commands/logs.ts')).logs(run, options)));

  command(
    'doctor',
    'Check the data folder, the database and, with one tiny call each, the AI providers.',
    'galley doctor',
  ).action(async () => end(await (await import('./commands/doctor.ts')).doctor()));

  const balance = command('credits', 'Show the balance.', 'galley credits').action(async () =>
    end(await (await import('./commands/credits.ts')).showCredits()),
  );
  example(
    balance.command('add').argument('<n>', 'how many', credits).description('Add credits.'),
    'galley credits add 500',
  )
    .option('--key <key>', 'add them only once, however often the same key is given', named)
    .action(async (amount, options) =>
      end(await (await import('./commands/credits.ts')).addCredits(amount, options)),
    );

  command('audit', 'Rebuild every balance from the ledger and name each difference.', 'galley audit').action(
    async () => end(await (await import('./commands/audit.ts')).showAudit()),
  );

  command(
    'rotate-secrets',
    'Re-encrypt every stored AI key with the first secret of GALLEY_SECRET.',
    'galley rotate-secrets',
  ).action(async () => end(await (await import('./commands/rotate-secrets.ts')).rotateSecrets()));

  command(
    'cleanup',
    'Remove the history and log files of ended runs that started more than 90 days ago, and old AI replies.',
    'galley cleanup --dry-run',
  )
    .option('--dry-run', 'only list what would be removed')
    .action(async (options) => end(await (await import('./commands/cleanup.ts')).cleanup(options)));
  return program;
}

function example(command: Command, shown: string): Command {
  return command.addHelpText('after', `\nExample:\n  ${shown}`);
}

function named(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text.trim();
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(text);
}

function credits(text: string): number {
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(text) || Number(text) === 0) {
    throw new InvalidArgumentError('Give a number above 0, with at most three decimals.');
  }
  return Number(text);
}

function language(text: string): string {
  if (nameOfLanguage(text) === undefined)
    throw new InvalidArgumentError('Give a language code such as en, de or pt-BR.');
  return Intl.getCanonicalLocales(text)[0] ?? text;
}

function modelOf(kind: 'text' | 'image'): (text: string) => ModelChoice {
  return (text) => {
    const model = modelNamed(kind, text);
    if (typeof model === 'string') throw new InvalidArgumentError(`It ${model}.`);
    return model;
  };
}

function scopes(text: string): string[] {
  const given = text.split(',').map((scope) => scope.trim());
  if (given.some((scope) => !['read', 'run', 'write'].includes(scope))) {
    throw new InvalidArgumentError('Give one or more of read, run and write, separated by commas.');
  }
  return [...new Set(given)];
}

function stages(text: string): { from: string; to: string } {
  const [from = '', to = from, ...more] = text.split('..');
  if (from === '' || to === '' || more.length > 0) {
    throw new InvalidArgumentError('Give a stage, or a range such as 1..3.');
  }
  return { from, to };
}

function versionOfGalley(): string {
  const { version }: { version: string } = createRequire(import.meta.url)('galley/package.json');
  return version;
}
