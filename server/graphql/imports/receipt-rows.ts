import type DataLoader from 'dataloader';
import type { ObjectId } from 'mongodb';
import { ImportReceipt, type ImportRow } from '../../../schema/keyword-import.ts';
import type { AccountDocuments } from '../documents.ts';
import type { ReceiptArgs } from './import.types.ts';

/** The rows of imports' receipts that are asked for. The database picks them out: a whole receipt may be 10 MB. */
export function receiptRows(
  documents: AccountDocuments,
  { outcome, first, offset }: ReceiptArgs,
): DataLoader<ObjectId, ImportRow[], string> {
  const wanted = outcome
    ? { $filter: { input: '$rows', cond: { $eq: ['$$this.outcome', outcome] } } }
    : '$rows';
  const rows = { $slice: [wanted, offset, first] };
  return documents.loaders.forgetful(
    `rows of receipts: ${outcome} ${offset} ${first}`,
    (id: ObjectId) => id.toHexString(),
    async (ids) => {
      const found = await documents.of(ImportReceipt).find({ _id: { $in: ids } }, { as: { rows } });
      const byId = new Map(found.map((receipt) => [receipt._id.toHexString(), receipt.rows]));
      return ids.map((id) => byId.get(id.toHexString()) ?? []);
    },
  );
}
