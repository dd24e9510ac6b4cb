import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkProviders, type ProviderCheck } from '../../ai/providers/check.ts';
import type { ProviderChoice } from '../../ai/providers/choice.ts';
import { environmentChoice } from '../../ai/providers/environment.ts';
import { createLines } from '../../ai/providers/lines.ts';
import { isPriced } from '../../ai/usd-prices.ts';
import { type Config, readConfig } from '../../config.ts';
import { durationText } from '../../engine/run-log/words.ts';
import { exitCodes } from '../failure.ts';
import { print } from '../print.ts';
import { withApp } from '../with-app.ts';

/** Throws a sentence as an error where something is wrong, else returns what there is to say. */
type Examination = () => Promise<string>;

/**
 * `galley doctor`: looks at the data folder, the database and each AI provider, by one tiny call, and says of each in
 * one sentence what is wrong. Returns the exit code: 1 where anything is.
 */
export async function doctor(): Promise<number> {
  const config = readConfig(process.env);
  const choice = environmentChoice(config);
  const isWell = [
    await examine('Data folder', () => dataFolder(config)),
    await examine('Database', async () => {
      await withApp(async () => exitCodes.done);
      return config.MONGODB_URI === undefined ? 'the embedded one' : 'at MONGODB_URI';
    }),
  ];
  const lines = createLines({
    requests: config.AI_REQUESTS_PER_MINUTE,
    tokens: config.AI_TOKENS_PER_MINUTE,
  });
  const lineOf = (provider: string, model: string) => lines.of('doctor', provider, model);
  const checks = await checkProviders(choice, { lineOf });
  await lines.close();
  if (choice.text.length === 0) show('Text', 'sample text: no key for a text provider is set.');
  if (choice.image.length === 0) show('Images', 'sample images: no key for an image provider is set.');
  for (const check of checks) show(check.kind === 'text' ? 'Text' : 'Images', told(check, choice));
  const isAllWell = [...isWell, ...checks.map(({ problem }) => problem === null)].every(Boolean);
  return isAllWell ? exitCodes.done : exitCodes.failed;
}

async function examine(what: string, examination: Examination): Promise<boolean> {
  try {
    show(what, `ok: ${await examination()}.`);
    return true;
  } catch (error) {
    show(what, error instanceof Error ? error.message : String(error));
    return false;
  }
}

async function dataFolder({ DATA_DIR }: Config): Promise<string> {
  await mkdir(DATA_DIR, { recursive: true });
  const probe = join(DATA_DIR, `.doctor-${process.pid}`);
  await writeFile(probe, '');
  await rm(probe);
  return `${resolve(DATA_DIR)} can be written`;
}

function told(
  { kind, provider, model, problem, latencyMs }: ProviderCheck,
  { baseUrls: { compatible: address } }: ProviderChoice,
): string {
  const isOurs = provider === 'compatible' && address !== undefined;
  if (problem !== null) return isOurs ? `${problem} OPENAI_BASE_URL is ${address}.` : problem;
  const found =
    kind === 'text' ? `it answered in ${durationText(latencyMs).toLowerCase()}` : 'it accepts the key';
  const price =
    isPriced(provider, model) || provider === 'runware'
      ? ''
      : '; its price is not known, so it counts as free';
  return `ok: ${model} of ${provider}${isOurs ? `, at ${address}` : ''}; ${found}${price}.`;
}

function show(what: string, sentence: string): void {
  print(`${what.padEnd(13)}${sentence}`);
}
