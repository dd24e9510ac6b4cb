import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { MadeWith } from './made-with.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum ClusterStatus {
  New = 'new',
  Mapped = 'mapped',
}

export const clusterStatusType = enumType(ClusterStatus, 'ClusterStatus', 'How far a cluster has come.', {
  New: 'It is waiting for its ideas.',
  Mapped: 'It has its ideas.',
});

/** Keywords that one topic answers. */
@ObjectType('Cluster', { description: 'Keywords that one topic answers.' })
@Entity({ collection: 'clusters' })
export class Cluster extends PipelineItem {
  @Field(() => String, { description: 'Its topic.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the topic is about.' })
  @Property({ type: 'string', nullable: true })
  description: string | null = null;

  @Field(() => clusterStatusType, { description: 'Whether it has its ideas.' })
  @Enum({ items: () => ClusterStatus, type: 'string' })
  status: ClusterStatus = ClusterStatus.New;

  @Field(() => Int, { description: 'Keywords in it.' })
  @Property({ type: 'integer' })
  keywordCount = 0;

  /** Stems of its name's and keywords' words, by which new keywords find it; at most 200. */
  @Property({ type: 'array' })
  terms: string[] = [];

  @Field(() => Int, { description: 'Ideas made for it.' })
  @Property({ type: 'integer' })
  ideaCount = 0;

  /** Null: a person made it, or it is older than this field. */
  @Field(() => MadeWith, {
    nullable: true,
    description: 'What grouped its first keywords; null if a person made it.',
  })
  @Property({ type: 'json', nullable: true })
  madeWith: MadeWith | null = null;
}
