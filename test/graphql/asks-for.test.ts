import type { CommandSucceededEvent } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';
import { makeWrittenSite } from '../support/written-site.ts';

const app = await openTestApi({ monitorCommands: true });
const { database } = app.engine;

/** What the list answers, and which fields of its items the database sent for it. */
async function listed(list: 'contents' | 'keywords', selection: string, { fragments = '', sort = '' } = {}) {
  const site = await makeWrittenSite(database, 2);
  const ask = app.as(await app.person(site.account));
  const sent = new Set<string>();
  const note = ({ commandName, reply }: CommandSucceededEvent) => {
    const { cursor } = reply as { cursor?: { ns: string; firstBatch: object[] } };
    if (commandName !== 'find' || !cursor?.ns.endsWith(`.${list}`)) return;
    for (const item of cursor.firstBatch) for (const field of Object.keys(item)) sent.add(field);
  };
  database.client.on('commandSucceeded', note);
  const document = `query ($id: ObjectID!) { ${list}(siteId: $id ${sort}) { ${selection} } } ${fragments}`;
  const { data, errors } = await ask(document, { id: site._id.toHexString() });
  database.client.off('commandSucceeded', note);
  expect(errors).toBeUndefined();
  const { nodes, edges } = data[list];
  return { nodes: nodes ?? edges.map(({ node }: { node: object }) => node), sent };
}

describe('a list of drafts', () => {
  it('reads no article where none is asked for', async () => {
    const { nodes, sent } = await listed('contents', 'nodes { title wordCount }');
    expect(nodes).toEqual([
      { title: expect.any(String), wordCount: expect.any(Number) },
      { title: expect.any(String), wordCount: expect.any(Number) },
    ]);
    expect(sent).toContain('title');
    expect(sent).not.toContain('html');
  });

  it.each([
    ['a node', 'nodes { html }', ''],
    ['an edge, by another name', 'edges { node { body: html } }', ''],
    ['a fragment', 'nodes { ...article }', 'fragment article on Content { html }'],
  ])('reads them where they are asked for in %s', async (_, selection, fragments) => {
    const { nodes, sent } = await listed('contents', selection, { fragments });
    expect(nodes.flatMap(Object.values)).toEqual([
      expect.stringContaining('<'),
      expect.stringContaining('<'),
    ]);
    expect(sent).toContain('html');
  });
});

describe('a list of keywords', () => {
  it('reads of what most leave out only what is asked for', async () => {
    const { nodes, sent } = await listed('keywords', 'nodes { phrase cluster { name } }');
    expect(nodes[0]).toEqual({ phrase: expect.any(String), cluster: { name: expect.any(String) } });
    expect(sent).toContain('cluster');
    for (const field of ['normalised', 'volume', 'failure', 'createdAt']) expect(sent).not.toContain(field);
  });

  it('has cursors in the order of what nobody asks for', async () => {
    const { nodes, sent } = await listed('keywords', 'edges { cursor node { phrase } }', {
      sort: 'sort: { field: VOLUME, order: DESC }',
    });
    expect(nodes.length).toBeGreaterThan(0);
    expect(sent).toContain('volume');
  });
});
