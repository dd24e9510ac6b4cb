/**
 * Measures the prompts: makes each stage's call on fixed cases and scores the answers by rules. Prints a table, or with
 * `--json` everything as JSON; `--language de` takes one case. Exits with 1 when a rule is broken.
 */
import { parseArgs } from 'node:util';
import { cases } from './cases.ts';
import { evaluate } from './evaluate.ts';
import { evaluatedProviders } from './providers.ts';
import { failed, tableOf } from './report.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, language: { type: 'string', multiple: true } },
});
const chosen = cases.filter(({ site }) => values.language?.includes(site.language) ?? true);
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

await using providers = await evaluatedProviders();
const results = await evaluate(chosen, providers, {
  signal: stopped.signal,
  onResult: ({ language, stage }) => process.stderr.write(`${language}: ${stage}\n`),
});
const legend = '! too low   ~ too low, but no rule for sample texts';
const printed = values.json ? JSON.stringify(results, null, 2) : `${tableOf(results)}\n\n${legend}`;
process.stdout.write(`${printed}\n`);
if (failed(results).length > 0) process.exitCode = 1;
