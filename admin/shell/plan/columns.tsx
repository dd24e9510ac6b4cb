import { DataTable, type RaRecord } from 'react-admin';
import type { ArticleKind } from '../../data/gql/graphql.ts';
import { InPlace } from '../InPlace.tsx';
import { KindName } from './ArticlePlan.tsx';

/** How long the article shall be: changed where it stands while `isOpen`. */
export function WordTargetColumn<Row extends RaRecord>({ isOpen }: { isOpen: (row: Row) => boolean }) {
  return (
    <DataTable.Col
      align="right"
      source="wordTarget"
      render={(row: Row) => <InPlace source="wordTarget" type="number" isOpen={isOpen(row)} />}
    />
  );
}

export function ArticleKindColumn() {
  return (
    <DataTable.Col
      source="articleKind"
      disableSort
      render={({ articleKind }: { articleKind: ArticleKind }) => <KindName kind={articleKind} />}
    />
  );
}
