import RunIcon from '@mui/icons-material/PlayArrowOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ClusterQuery } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { BesideEachOther, ItemPage } from '../shell/ItemPage.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { Panel } from '../shell/Panel.tsx';
import { Fact } from '../shell/plan/ArticlePlan.tsx';
import { StageDialog } from '../shell/run/StageDialog.tsx';
import { useStartStage } from '../shell/run/use-start-stage.ts';
import { Time } from '../shell/Time.tsx';
import { useRight } from '../shell/use-right.ts';
import { ClusterKeywords } from './ClusterKeywords.tsx';
import { MadeOfCluster } from './MadeOfCluster.tsx';

type Cluster = ClusterQuery['cluster'];

export function ClusterPage() {
  const translate = useTranslate();
  return (
    <ItemPage<Cluster> needs="ideas" titleOf={({ name }) => name}>
      {(cluster) => (
        <BesideEachOther>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <Panel
              title={translate('galley.clusters.about')}
              actions={<ItemState kind="cluster" item={cluster} />}
            >
              <Box sx={{ display: 'grid', gap: 1.5 }}>
                <Fact name="name">
                  <InPlace source="name" />
                </Fact>
                <Fact name="description">
                  <InPlace source="description" isLong />
                </Fact>
                <Fact name="made">
                  <Time at={cluster.createdAt} />
                  {cluster.madeWith && ` · ${cluster.madeWith.provider}, ${cluster.madeWith.model}`}
                </Fact>
              </Box>
            </Panel>
            <ClusterKeywords key={cluster.id} cluster={cluster} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <MadeOfCluster
              title="ideas"
              resource={resource.ideas}
              kind="idea"
              items={cluster.ideas}
              clusterId={cluster.id}
            >
              {cluster.status === 'NEW' && <GenerateIdeas cluster={cluster} />}
            </MadeOfCluster>
            <MadeOfCluster
              title="tasks"
              resource={resource.tasks}
              kind="task"
              items={cluster.tasks}
              clusterId={cluster.id}
            />
            <MadeOfCluster
              title="contents"
              resource={resource.contents}
              kind="content"
              items={cluster.contents}
              clusterId={cluster.id}
            />
          </Box>
        </BesideEachOther>
      )}
    </ItemPage>
  );
}

function GenerateIdeas({ cluster: { id, siteId } }: { cluster: Cluster }) {
  const translate = useTranslate();
  const [isAsking, setIsAsking] = useState(false);
  const canRun = useRight('RUN');
  const start = useStartStage();
  if (!canRun) return null;
  const action = translate('galley.lists.stages.ideas');
  return (
    <>
      <Button size="small" variant="contained" startIcon={<RunIcon />} onClick={() => setIsAsking(true)}>
        {action}
      </Button>
      {isAsking && (
        <StageDialog
          items={{ siteId, stage: 'generate-ideas', ids: [id] }}
          count={1}
          action={action}
          start={start}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
