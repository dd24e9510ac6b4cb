import type { ObjectId } from 'mongodb';

/** What filters of all kinds of pipeline items may say. */
export interface ItemFilter {
  readonly ids?: readonly ObjectId[];
  readonly status?: string;
  readonly disabled?: boolean;
  readonly failed?: boolean;
  readonly search?: string;
}

/**
 * The database's filter for these items of a site. `searched` is the field that `search` looks through; what the
 * kind adds comes with `more`, in which undefined says nothing.
 */
export function itemFilter(
  site: ObjectId,
  { ids, status, disabled, failed, search }: ItemFilter,
  searched: string,
  more: Readonly<Record<string, unknown>> = {},
): object {
  const filter = {
    site,
    _id: ids && { $in: [...ids] },
    status,
    disabled,
    failure: failed === false ? null : undefined,
    'failure.stage': failed === true ? { $exists: true } : undefined,
    [searched]: search === undefined ? undefined : { $regex: escaped(search), $options: 'i' },
    ...more,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
