import { IsOptional, Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Image } from '../../../schema/image.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { ImageFilter } from './image.types.ts';

@InputType({ description: 'Changes to the description of an image; fields left out stay as they are.' })
export class UpdateImageInput {
  @Field(() => ObjectIdScalar, { description: 'Which image.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'What it shows, for people who cannot see it.' })
  @IsOptional()
  @Length(1, 500)
  alt?: string;

  @Field(() => Boolean, { nullable: true, description: 'True excludes it from every run.' })
  disabled?: boolean;
}

@InputType({ description: 'An image to regenerate.' })
export class ReplaceImageInput {
  @Field(() => ObjectIdScalar, { description: 'Which image.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'The prompt it is made from; as before if not given.' })
  @IsOptional()
  @Length(1, 4_000)
  prompt?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it will show, for people who cannot see it; as before if not given.',
  })
  @IsOptional()
  @Length(1, 500)
  alt?: string;
}

@InputType({ description: 'Images to exclude from runs, or to include again.' })
export class UpdateImagesInput extends selectionOf(ImageFilter) {
  @Field(() => Boolean, { description: 'True excludes them from every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Images to drop.' })
export class DropImagesInput extends selectionOf(ImageFilter) {}

@ObjectType({ description: 'The outcome.' })
export class ImagePayload {
  @Field(() => Image, { description: 'The image as it is now.' })
  image!: Image;
}
