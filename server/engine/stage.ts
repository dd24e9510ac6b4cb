/**
 * The plugin contract, public as `#stage`: all that a stage may know of the engine. A stage declares what waits
 * for it, what its slow half does and what its fast half saves; locks, retries, credits, logs and progress are
 * the engine's.
 */
import type { Filter, ObjectId, Sort, UpdateFilter } from 'mongodb';
import type { z } from 'zod';
import type { MadeWith } from '../../schema/made-with.ts';
import type { NewItem, PipelineItem } from '../../schema/pipeline-item.ts';
import type { Usage } from '../../schema/prices.ts';
import type { Site } from '../../schema/site.ts';
import type { Alike, ForeseenCalls, ImageCall, LikenessCall, StoredPicture, TextCall } from './ai-calls.ts';

export type {
  Alike,
  ForeseenCalls,
  ImageCall,
  ImagePrompt,
  LikenessCall,
  Picture,
  Prompt,
  StoredPicture,
  TextCall,
} from './ai-calls.ts';

/**
 * The phases of a batch that a stage may have words for, in order. The engine and the AI client tell of them; what the
 * log says before and after them, of INIT and DONE, is the same for all stages.
 */
export type Phase = 'PREP' | 'AI_CALL' | 'PARSE' | 'SAVE';

/** Every stage has these two settings; it may declare more. Both are whole numbers ≥ 1. */
export interface StageSettings {
  /** Items a batch. */
  batchSize: number;
  /** Batches whose slow half may be under way at once. */
  parallel: number;
}

/** A class of pipeline items, by its MikroORM metadata. */
export type ItemClass<Item extends PipelineItem> = new () => Item;

/** Some items of a stage, worked on together: one commit, one ledger entry. */
export interface Batch<Item extends PipelineItem> {
  /** Derived from the stage and its items (and their retries): the same items make the same key. */
  readonly key: string;
  /** From 1. */
  readonly index: number;
  /** Batches that the stage is expected to need, this one included. */
  readonly count: number;
  /** Position of its first item among the stage's items, from 1. */
  readonly first: number;
  /** Items of the stage in all. */
  readonly total: number;
  readonly items: readonly Item[];
  /** The youngest item of the stage: what is added later belongs to the next run, and changes nothing of this one. */
  readonly upTo?: ObjectId;
}

/** The metered AI client, bound to one batch. A restarted batch gets its accepted answers again, unpaid. */
export interface BatchAi {
  /** True when the provider is the offline one, whose text is plainly marked as a sample. */
  readonly isOffline: boolean;
  /** `index` tells several calls of one purpose apart (section 3 of 7). Throws AI_* errors of the catalogue. */
  text<Input, Reply>(call: TextCall<Input, Reply>, input: Input, index?: number): Promise<Reply>;
  /** `rewritten`: what took the place of the input where the provider had refused that; `call.rewrite` gave it. */
  image<Input>(
    call: ImageCall<Input>,
    input: Input,
    index?: number,
  ): Promise<StoredPicture & { readonly rewritten?: Partial<Input> }>;
  /**
   * How like each of the texts is, by meaning, to the nearest of the others and of the texts before it. Null where the
   * provider has no embeddings, or cannot give them at the moment: a stage then goes by the words alone.
   */
  alike(
    call: LikenessCall,
    input: { readonly texts: readonly string[]; readonly others: readonly string[] },
    index?: number,
  ): Promise<readonly Alike[] | null>;
  /** Who answered a call of this batch, to be kept with what was made of the answer. */
  madeWith(call: { readonly purpose: string }, index?: number): MadeWith;
}

export interface FindOptions {
  readonly sort?: Sort;
  readonly limit?: number;
}

/** Reads of one kind of item, within the run's site. */
export interface Reader<Item extends PipelineItem> {
  find(filter: Filter<Item>, options?: FindOptions): Promise<Item[]>;
  findOne(filter: Filter<Item>): Promise<Item | null>;
  count(filter: Filter<Item>): Promise<number>;
}

/**
 * Writes of one kind of item, within the run's site and the batch's transaction. Of a draft, `html` is stored made safe
 * to show; what a reviewer says of it (`approved`, `published`, `publishedAs`, `publishing`, `sentBack`, `history`, the
 * status `published`) and `html` as an expression throw STAGE_OVERSTEPPED. `approved: null` takes an approval back.
 */
export interface Writer<Item extends PipelineItem> extends Reader<Item> {
  /** Adds items; account, site and defaults are filled in. Returns them with their ids. */
  insert(items: readonly Omit<NewItem<Item>, 'account' | 'site'>[]): Promise<Item[]>;
  /** Returns how many matched. */
  update(filter: Filter<Item>, change: UpdateFilter<Item> | object[]): Promise<number>;
  /**
   * Returns the item as it is afterwards, or null where none matches. `fields`: only these of it (and its id), so
   * that a whole article need not travel for its status. Default: all.
   */
  updateOne<Field extends keyof Item & string = keyof Item & string>(
    filter: Filter<Item>,
    change: UpdateFilter<Item> | object[],
    fields?: readonly Field[],
  ): Promise<Pick<Item, Field | '_id'> | null>;
}

/** What the slow half may use. It reads and asks; it writes nothing. */
export interface WorkContext<Settings> {
  readonly site: Site;
  readonly settings: Settings;
  readonly ai: BatchAi;
  /** Aborts on cancel, lost lease and shutdown. */
  readonly signal: AbortSignal;
  read<Item extends PipelineItem>(kind: ItemClass<Item>): Reader<Item>;
  /**
   * Tells watchers how far this batch is, from the first call on in place of the phase AI_CALL. `percent` (0–100)
   * only where it is real.
   */
  progress(message: string, percent?: number): void;
}

/** What the fast half may use: the engine's transaction. It may run more than once. */
export interface SaveContext<Settings> {
  readonly site: Site;
  readonly settings: Settings;
  in<Item extends PipelineItem>(kind: ItemClass<Item>): Writer<Item>;
}

/** What a batch did. Counters are summed into the stage's result, ids appended to its lists. */
export interface Summary {
  /** Named as the plan names them: `{ keywordsProcessed: 20, clustersCreated: 3 }`. */
  readonly counters: Readonly<Record<string, number>>;
  /** Short lists of ids, such as `{ contentIds: [...] }`. */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
  /** What is charged, priced by the run's price table. Absent: nothing. */
  readonly usage?: readonly Usage[];
  /** What the batch came to, such as `3 clusters created`. */
  readonly message: string;
  /**
   * The line that closes the batch in the live log, where it names the item: `Cluster 'Grinders' complete: 7 ideas
   * created`. Default: the batch's number and `message`, as in `Batch 1 complete - 3 clusters created`.
   */
  readonly closing?: string;
  /** More lines for the stage's own log, such as the clusters' names. */
  readonly notes?: readonly string[];
}

/** What a site's articles have been like, or the defaults: what estimates are made from. */
export interface Rates {
  readonly keywordsPerCluster: number;
  readonly ideasPerCluster: number;
  readonly wordsPerArticle: number;
  readonly imagesPerArticle: number;
}

/** What a stage will use and bring forth for a number of items. `produces` is by collection name. */
export interface Forecast {
  readonly usage: readonly Usage[];
  readonly produces: Readonly<Record<string, number>>;
}

/** For what its calls of AI are foreseen. */
export interface Foresight<Settings> {
  readonly site: Site;
  readonly settings: Settings;
  readonly rates: Rates;
}

/** The words by which a stage's items are named and counted: `Task 24/56`, `Processing keywords 21–40`. */
export interface Nouns {
  readonly one: string;
  readonly many: string;
}

export interface Stage<Item extends PipelineItem, Output, Settings extends StageSettings> {
  /** Stored in runs, journal and ledger: never renamed. Lower-case letters, digits and hyphens. */
  readonly key: string;
  /** Such as `Keywords → Clusters`. */
  readonly title: string;
  /** A gate counts and lists what waits before it and lets nothing through. */
  readonly kind: 'ai' | 'local' | 'gate';
  /** Where an outside stage slots in: right behind the stage of that key. */
  readonly after?: string;
  /** Per site; each setting with a default and bounds. */
  readonly settings: z.ZodType<Settings>;
  readonly item: ItemClass<Item>;
  readonly nouns: Nouns;
  /**
   * The meaning of "waiting", over the item's own fields only. The engine adds the site, not failed, not
   * disabled, and there before the stage began. Equality only, where it can be: it becomes an index's filter. A
   * stage without a status of its own to change waits by `'passed.<key>': null`, and its `save` sets that to true.
   */
  readonly waiting: Filter<Item>;
  /** False skips the stage, and the log says why. */
  when?(settings: Settings): boolean;
  /** How an item is named to a person. */
  label(item: Item): string;
  /** The line that opens a batch in the log. Default: `Processing batch 1/3 (20 keywords)`. */
  opening?(batch: Batch<Item>): string;
  /** What the phases are called, such as `{ AI_CALL: 'AI analyzing keywords' }`. */
  readonly phases?: Partial<Record<Phase, string>>;
  forecast(items: number, settings: Settings, rates: Rates): Forecast;
  /**
   * Milliseconds that an item usually takes with a real model: what times are reckoned by before the site has finished a
   * run. Default: a minute a batch.
   */
  readonly usualMs?: number;
  /** The calls of AI that so many items (≥ 1) will need of a real model. Absent: an estimate says that it does not know. */
  calls?(items: number, foresight: Foresight<Settings>): readonly ForeseenCalls[];
  /** The slow half, outside any transaction. May run twice. */
  work(batch: Batch<Item>, context: WorkContext<Settings>): Promise<Output>;
  /**
   * The fast half, in the engine's transaction. `batch` holds only the items that still wait; each must have
   * left `waiting` afterwards, else STAGE_STALLED. A gate's is called once, without `work` before it: `batch.items`
   * are the first 1,000 that have arrived, `batch.total` is how many there are, and they stay.
   */
  save(output: Output, batch: Batch<Item>, context: SaveContext<Settings>): Promise<Summary>;
  /** Called in the transaction that marks an item as failed, where another item must know. */
  failed?(item: Item, context: SaveContext<Settings>): Promise<void>;
  /** Called in the transaction that puts a failed item back. */
  retried?(item: Item, context: SaveContext<Settings>): Promise<void>;
}

// The one place where a stage's types are erased: the engine holds stages of different items side by side.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyStage = Stage<any, any, any>;

/** Types a stage by what it declares; returns it as it is. */
export function defineStage<Item extends PipelineItem, Output, Settings extends StageSettings>(
  stage: Stage<Item, Output, Settings>,
): Stage<Item, Output, Settings> {
  return stage;
}

export type { MadeWith, NewItem, ObjectId, PipelineItem, Usage };
