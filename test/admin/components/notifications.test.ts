import { describe, expect, it } from 'vitest';
import type { ResourceData } from '../../../admin/data/resource-data.ts';
import { i18nProvider } from '../../../admin/i18n/i18n-provider.ts';
import { tables } from '../../../admin/tables.ts';

/** What can be done to a thing, by the notification that react-admin gives when it is done. */
const methods: Readonly<Record<string, readonly (keyof ResourceData)[]>> = {
  created: ['create'],
  updated: ['update', 'updateMany'],
  deleted: ['deleteMany'],
};

/** Such as "Site created." and "2 drafts deleted.": react-admin's own speak of elements. */
const said =
  /^(?!Element)([A-Z]|2 (?!elements)).+ (created|added|invited|saved|deleted|dropped|removed|revoked)\.$/;

describe('what is said once a thing has been changed', () => {
  it.each(Object.entries(tables))(
    'is about what it is, and not about an element: %s',
    async (name, table) => {
      const data = await table();
      for (const [done, ways] of Object.entries(methods)) {
        if (!ways.some((way) => data[way])) continue;
        for (const smart_count of [1, 2]) {
          const key = `resources.${name}.notifications.${done}`;
          expect(i18nProvider.translate(key, { smart_count, _: 'nothing' })).toMatch(said);
        }
      }
    },
  );
});
