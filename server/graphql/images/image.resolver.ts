import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import { Image } from '../../../schema/image.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import { ImageConnection, ImageFilter, ImageSort, imageFilterOf, imageSortOf } from './image.types.ts';

@Resolver(() => Image)
export class ImageResolver {
  @Authorized<Right>('read')
  @Query(() => ImageConnection, { description: 'Images of a site.' })
  async images(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => ImageFilter, { nullable: true, description: 'Which of them; all if not given.' })
    filter: ImageFilter | undefined,
    @Arg('sort', () => ImageSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Image>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(Image), imageFilterOf(siteId, filter ?? {}), imageSortOf(sort), page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => Image, { description: 'An image. NOT_FOUND if the account has none with this id.' })
  image(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Image> {
    return documents.of(Image).require(id);
  }

  @FieldResolver(() => Content, { nullable: true, description: 'The draft it belongs to.' })
  content(@Root() { content }: Image, @Ctx() { documents }: Context): Promise<Content | null> {
    return documents.of(Content).load(content);
  }
}
