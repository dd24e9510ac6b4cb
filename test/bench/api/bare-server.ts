import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

const typeDefs = `
  type Keyword { id: ID!, phrase: String!, status: String!, volume: Float, difficulty: Float, disabled: Boolean!, createdAt: String! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type KeywordConnection { nodes: [Keyword!]!, pageInfo: PageInfo! }
  type Query { keywords(siteId: ID!, first: Int!): KeywordConnection! }
`;

export interface BareServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Apollo Server as its tutorial sets it up, answering these rows from memory. */
export async function openBareServer(rows: readonly object[]): Promise<BareServer> {
  const answer = { nodes: rows, pageInfo: { hasNextPage: true, endCursor: 'x' } };
  const apollo = new ApolloServer({ typeDefs, resolvers: { Query: { keywords: () => answer } } });
  await apollo.start();
  const app = express().use('/graphql', express.json(), expressMiddleware(apollo));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async close() {
      await apollo.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}
