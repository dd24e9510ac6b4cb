import { IsOptional, Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Image } from '../../../schema/image.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { ImageFilter } from './image.types.ts';

@InputType({ description: 'What shall change of what is said of an image; what is not given stays.' })
export class UpdateImageInput {
  @Field(() => ObjectIdScalar, { description: 'Which image.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'What it shows, for those who do not see it.' })
  @IsOptional()
  @Length(1, 500)
  alt?: string;

  @Field(() => Boolean, { nullable: true, description: 'True keeps it out of every run.' })
  disabled?: boolean;
}

@InputType({ description: 'An image to be made anew.' })
export class ReplaceImageInput {
  @Field(() => ObjectIdScalar, { description: 'Which image.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'What it is drawn from; as before where not given.' })
  @IsOptional()
  @Length(1, 4_000)
  prompt?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it will show, for those who do not see it; as before where not given.',
  })
  @IsOptional()
  @Length(1, 500)
  alt?: string;
}

@InputType({ description: 'Images to be kept out of runs, or let in again.' })
export class UpdateImagesInput extends selectionOf(ImageFilter) {
  @Field(() => Boolean, { description: 'True keeps them out of every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Images to be dropped.' })
export class DropImagesInput extends selectionOf(ImageFilter) {}

@ObjectType({ description: 'What came of it.' })
export class ImagePayload {
  @Field(() => Image, { description: 'The image as it is now.' })
  image!: Image;
}
