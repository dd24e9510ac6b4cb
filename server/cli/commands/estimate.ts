import type { AskedModels } from '../../ai/foreseen-cost.ts';
import { readKeywordFile } from '../../import/read-keyword-file.ts';
import { tellReading } from '../import-text.ts';
import type { RunOptions } from './run.ts';

export interface EstimateOptions extends Omit<RunOptions, 'out'> {
  /** Whose prices count, in place of those of the models that would be asked. */
  readonly textModel?: AskedModels['text'];
  readonly imageModel?: AskedModels['image'];
}

/**
 * `galley run [FILE] --estimate`: what a run would cost over the file's keywords and what waits on the site, or over
 * what waits alone. Nothing is imported, started or spent. Returns the exit code.
 */
export async function estimate(file: string | undefined, options: EstimateOptions): Promise<number> {
  const list = file === undefined ? null : await readKeywordFile(file);
  if (file !== undefined && list !== null) tellReading(file, list);
  // Loaded here, not above: a list that cannot be read is told of at once.
  const { showEstimate } = await import('../show-estimate.ts');
  return showEstimate(file && list ? { file, rows: list.rows } : null, options);
}
