import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { IdeaQuery } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { BesideEachOther, ItemPage } from '../shell/ItemPage.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { Panel } from '../shell/Panel.tsx';
import { ArticlePlan, Fact } from '../shell/plan/ArticlePlan.tsx';
import { PlanLineage } from '../shell/plan/PlanLineage.tsx';
import { Time } from '../shell/Time.tsx';

type Idea = IdeaQuery['idea'];

export function IdeaPage() {
  const translate = useTranslate();
  return (
    <ItemPage<Idea> needs="madeWith" titleOf={({ title }) => title}>
      {(idea) => (
        <BesideEachOther>
          <Panel title={translate('galley.plan.plan')} actions={<ItemState kind="idea" item={idea} />}>
            <Box sx={{ display: 'grid', gap: 1.5 }}>
              <Fact name="title">
                <InPlace source="title" isOpen={idea.status === 'NEW'} />
              </Fact>
              <Fact name="wordTarget">
                <InPlace source="wordTarget" type="number" isOpen={idea.status === 'NEW'} />
              </Fact>
              <ArticlePlan record={idea} isOpen={idea.status === 'NEW'} />
              <Fact name="made">
                <Time at={idea.createdAt} />
                {idea.madeWith && ` · ${idea.madeWith.provider}, ${idea.madeWith.model}`}
              </Fact>
            </Box>
          </Panel>
          <Panel title={translate('galley.plan.lineage')}>
            <PlanLineage steps={stepsOf(idea)} />
          </Panel>
        </BesideEachOther>
      )}
    </ItemPage>
  );
}

function stepsOf({ cluster, task }: Idea) {
  const draft = task?.content;
  return [
    { what: 'cluster', resource: resource.clusters, item: cluster },
    { what: 'task', resource: resource.tasks, kind: 'task', item: task && { ...task, name: task.title } },
    {
      what: 'content',
      resource: resource.contents,
      kind: 'content',
      item: draft && { ...draft, name: draft.title },
    },
  ] as const;
}
