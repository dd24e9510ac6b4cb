import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { PipelineItem } from './pipeline-item.ts';

export enum ClusterStatus {
  New = 'new',
  Mapped = 'mapped',
}

/** Keywords that one topic answers. */
@Entity({ collection: 'clusters' })
export class Cluster extends PipelineItem {
  @Property({ type: 'string' })
  name!: string;

  @Property({ type: 'string', nullable: true })
  description: string | null = null;

  @Enum({ items: () => ClusterStatus, type: 'string' })
  status: ClusterStatus = ClusterStatus.New;

  @Property({ type: 'integer' })
  keywordCount = 0;

  /** Stems of its name's and keywords' words, by which new keywords find it; at most 200. */
  @Property({ type: 'array' })
  terms: string[] = [];

  @Property({ type: 'integer' })
  ideaCount = 0;
}
