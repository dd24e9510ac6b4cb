import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { ClusterFilter } from './cluster.types.ts';

@InputType({ description: 'A cluster of a name of its own.' })
class NamedCluster {
  @Field(() => String, { description: 'Its topic, unique in its site.' })
  @Length(1, 200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the topic is about.' })
  @IsOptional()
  @MaxLength(2_000)
  description?: string | null;
}

@InputType({ description: 'A new cluster.' })
export class CreateClusterInput extends NamedCluster {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => [ObjectIdScalar], {
    defaultValue: [],
    description: 'Keywords of the site to put into it, at most 1,000.',
  })
  @ArrayMaxSize(1_000)
  keywordIds!: ObjectId[];
}

@InputType({ description: 'A part of a cluster to split off into a new one.' })
export class SplitClusterInput extends NamedCluster {
  @Field(() => ObjectIdScalar, { description: 'Which cluster. Its ideas stay with it.' })
  id!: ObjectId;

  @Field(() => [ObjectIdScalar], { description: 'Its keywords that go to the new one, at most 1,000.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  keywordIds!: ObjectId[];
}

@InputType({ description: 'Clusters to merge.' })
export class MergeClustersInput {
  @Field(() => ObjectIdScalar, { description: 'The cluster to keep, with its name.' })
  intoId!: ObjectId;

  @Field(() => [ObjectIdScalar], {
    description: 'The clusters to merge into it, of the same site, at most 100.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  ids!: ObjectId[];
}

@InputType({ description: 'Changes to a cluster; fields left out stay as they are.' })
export class UpdateClusterInput {
  @Field(() => ObjectIdScalar, { description: 'Which cluster.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'Unique in its site.' })
  @IsOptional()
  @Length(1, 200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What the topic is about.' })
  @IsOptional()
  @MaxLength(2_000)
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True excludes it from every run.' })
  disabled?: boolean;
}

@InputType({ description: 'Clusters to exclude from runs, or to include again.' })
export class UpdateClustersInput extends selectionOf(ClusterFilter) {
  @Field(() => Boolean, { description: 'True excludes them from every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Clusters to delete.' })
export class DeleteClustersInput extends selectionOf(ClusterFilter) {}

@ObjectType({ description: 'The outcome.' })
export class ClusterPayload {
  @Field(() => Cluster, { description: 'The cluster as it is now.' })
  cluster!: Cluster;
}
