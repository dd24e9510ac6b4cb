import { errors } from '../../errors.ts';
import { readKeywordFile } from '../../import/read-keyword-file.ts';
import type { DriveOptions } from '../drive-run.ts';
import { tellReading } from '../import-text.ts';
import { prepareOut } from '../out-folder.ts';

export interface RunOptions extends DriveOptions {
  readonly site?: string;
  readonly language?: string;
  /** Of a new account. */
  readonly credits?: number;
  readonly stages?: { readonly from: string; readonly to: string };
}

/** `galley run FILE`: imports the keywords and runs the pipeline to its end. Returns the exit code. */
export async function run(file: string, options: RunOptions): Promise<number> {
  const list = await readKeywordFile(file);
  tellReading(file, list);
  if (list.rows.length === 0) throw errors.noValidKeyword({ file, problems: list.problems.length });
  await prepareOut(options.out);
  // Loaded here, not above: a list that cannot be read is told of at once.
  const { importAndRun } = await import('../import-and-run.ts');
  return importAndRun(file, list, options);
}
