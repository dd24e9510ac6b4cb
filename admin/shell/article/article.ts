import { graphql } from '../../data/gql/gql.ts';
import type { ArticleFragment, ArticleImageFragment } from '../../data/gql/graphql.ts';

/** All of a draft that its pages show. */
export type Article = ArticleFragment;
export type ArticleImage = ArticleImageFragment;

/** Said of a request for a draft: it has a place of its own in the cache, as lists know of a draft only a part. */
export const wholeArticle = { whole: true } as const;

graphql(`
  fragment ArticleImage on Image {
    id kind position prompt alt status url width height disabled model
    failure { code message }
    madeWith { ...Made }
    paintedWith { ...Made }
  }
`);
graphql(`
  fragment Made on MadeWith { model promptVersion provider }
`);
graphql(`
  fragment Article on Content {
    id siteId title slug html excerpt metaTitle metaDescription keywords wordCount
    status sample disabled createdAt updatedAt address structuredData
    failure { message }
    madeWith { ...Made }
    imageCounts { planned total pending failed }
    approved { name at }
    sentBack { name at reason }
    published { name at }
    history { decision name at reason }
    credits { cluster ideas draft imagePrompts images }
    site { id name url language }
    cluster { id name keywordCount ideaCount madeWith { ...Made } }
    task {
      id title wordTarget articleKind createdAt
      idea { id title createdAt madeWith { ...Made } }
    }
    images { ...ArticleImage }
  }
`);
