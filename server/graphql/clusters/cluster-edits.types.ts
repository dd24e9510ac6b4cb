import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { ClusterFilter } from './cluster.types.ts';

@InputType({ description: 'A cluster of a name of its own.' })
class NamedCluster {
  @Field(() => String, { description: 'Its topic; no other cluster of the site has the same.' })
  @Length(1, 200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the topic is about.' })
  @IsOptional()
  @MaxLength(2_000)
  description?: string | null;
}

@InputType({ description: 'A new cluster.' })
export class CreateClusterInput extends NamedCluster {
  @Field(() => ObjectIdScalar, { description: 'Of which site.' })
  siteId!: ObjectId;

  @Field(() => [ObjectIdScalar], {
    defaultValue: [],
    description: 'Keywords of the site to be put into it, at most 1,000.',
  })
  @ArrayMaxSize(1_000)
  keywordIds!: ObjectId[];
}

@InputType({ description: 'A part of a cluster, to be one of its own.' })
export class SplitClusterInput extends NamedCluster {
  @Field(() => ObjectIdScalar, { description: 'Which cluster. Its ideas stay with it.' })
  id!: ObjectId;

  @Field(() => [ObjectIdScalar], { description: 'Its keywords that go to the new one, at most 1,000.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  keywordIds!: ObjectId[];
}

@InputType({ description: 'Clusters to be made one.' })
export class MergeClustersInput {
  @Field(() => ObjectIdScalar, { description: 'The cluster that stays, under its name.' })
  intoId!: ObjectId;

  @Field(() => [ObjectIdScalar], { description: 'Those that go into it, of the same site, at most 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  ids!: ObjectId[];
}

@InputType({ description: 'What shall change of a cluster; what is not given stays.' })
export class UpdateClusterInput {
  @Field(() => ObjectIdScalar, { description: 'Which cluster.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'No other cluster of the site has the same.' })
  @IsOptional()
  @Length(1, 200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What the topic is about.' })
  @IsOptional()
  @MaxLength(2_000)
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True keeps it out of every run.' })
  disabled?: boolean;
}

@InputType({ description: 'Clusters to be kept out of runs, or let in again.' })
export class UpdateClustersInput extends selectionOf(ClusterFilter) {
  @Field(() => Boolean, { description: 'True keeps them out of every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Clusters to be deleted.' })
export class DeleteClustersInput extends selectionOf(ClusterFilter) {}

@ObjectType({ description: 'What came of it.' })
export class ClusterPayload {
  @Field(() => Cluster, { description: 'The cluster as it is now.' })
  cluster!: Cluster;
}
