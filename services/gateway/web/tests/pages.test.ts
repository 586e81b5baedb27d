import { expect, test } from 'vitest';
import { Pages } from '../src/lib/pages.svelte.ts';

test('an item that moved to the next page is shown once', async () => {
  const given = [
    { items: [4, 3], nextPage: 'b' },
    { items: [3, 2], nextPage: null },
  ];
  const pages = new Pages(async () => given.shift()!, (item: number) => item);
  await Promise.resolve();
  await pages.more();
  expect(pages.items).toEqual([4, 3, 2]);
  expect(pages.nextPage).toBeNull();
});

test('what is there stays when the next page fails', async () => {
  let calls = 0;
  const pages = new Pages(
    async () => {
      if (calls++ > 0) throw new Error('lost');
      return { items: [1], nextPage: 'b' };
    },
    (item: number) => item,
  );
  await Promise.resolve();
  await pages.more();
  expect(pages.items).toEqual([1]);
  expect(pages.problem?.kind).toBe('internal');
});

interface Entry {
  at: number;
  text: string;
}
const entries = (...positions: number[]): Entry[] => positions.map((at) => ({ at, text: `entry ${at}` }));

/** A server with these entries, three on a page, and a list that shows its first pages. */
async function shown(all: Entry[], pages = 1) {
  const server = { all, lost: false, asked: 0, slow: Promise.resolve() };
  const list = new Pages(
    async (page) => {
      server.asked += 1;
      if (server.lost) throw new Error('lost');
      const start = Number(page ?? 0);
      const answer = {
        items: server.all.slice(start, start + 3),
        nextPage: start + 3 < server.all.length ? String(start + 3) : null,
      };
      await server.slow;
      return answer;
    },
    (entry: Entry) => entry.at,
  );
  await list.restart();
  for (let page = 1; page < pages; page += 1) await list.more();
  return { server, list, positions: () => list.items.map(({ at }) => at) };
}

test('what is new comes on top and no page that was loaded is lost or shown twice', async () => {
  const { server, list, positions } = await shown(entries(7, 6, 5, 4, 3, 2, 1), 2);
  server.all = entries(9, 8, 7, 6, 5, 4, 3, 2, 1);
  await list.refresh();
  expect(positions()).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
  await list.more();
  expect(positions()).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(list.nextPage).toBeNull();
});

test('what changed shows its newest form, also on an older page, and the rest stays the same thing', async () => {
  const { server, list, positions } = await shown(entries(6, 5, 4, 3, 2, 1), 2);
  server.all = server.all.map((entry) => (entry.at === 2 ? { ...entry, text: 'withdrawn' } : entry));
  await list.refresh();
  expect(positions()).toEqual([6, 5, 4, 3, 2, 1]);
  expect(list.items[4]!.text).toBe('withdrawn');
});

test('what is new in the middle stands after what it follows', async () => {
  const { server, list, positions } = await shown(entries(5, 3, 1));
  server.all = entries(5, 4, 3, 2, 1);
  await list.refresh();
  expect(positions()).toEqual([5, 4, 3, 1]);
  await list.more();
  expect(positions()).toEqual([5, 4, 3, 2, 1]);
});

test('who is gone is no longer shown', async () => {
  const { server, list, positions } = await shown(entries(4, 3, 2, 1));
  server.all = entries(4, 2, 1);
  await list.refresh();
  expect(positions()).toEqual([4, 2, 1]);
  server.all = entries(4);
  await list.refresh();
  expect(positions()).toEqual([4]);
});

test('a list that has nothing in common with what is there starts anew, without a hidden gap', async () => {
  const { server, list, positions } = await shown(entries(3, 2, 1));
  server.all = entries(8, 7, 6, 5, 4, 3, 2, 1);
  await list.refresh();
  expect(positions()).toEqual([8, 7, 6]);
  await list.more();
  expect(positions()).toEqual([8, 7, 6, 5, 4, 3]);
});

test('what a command put on top stays there, and is changed there', async () => {
  const { server, list, positions } = await shown(entries(6, 5, 4, 3));
  list.add({ at: 1, text: 'just saved' });
  server.all = entries(7, 6, 5, 4, 3, 1);
  await list.refresh();
  expect(positions()).toEqual([7, 1, 6, 5, 4]);
  for (let page = 0; page < 2; page += 1) await list.more();
  await list.refresh();
  expect(positions()).toEqual([7, 1, 6, 5, 4, 3]);
  expect(list.items[1]!.text).toBe('entry 1');
});

test('an answer from before a command does not take back what the command gave', async () => {
  const { server, list, positions } = await shown(entries(2, 1));
  let arrive = () => {};
  server.slow = new Promise((done) => (arrive = done));
  const refreshed = list.refresh();
  await Promise.resolve();
  list.add({ at: 3, text: 'just saved' });
  server.all = entries(3, 2, 1);
  arrive();
  await refreshed;
  expect(positions()).toEqual([3, 2, 1]);
});

test('a page that is being loaded meanwhile is neither lost nor shown twice', async () => {
  const { server, list, positions } = await shown(entries(5, 4, 3, 2, 1));
  let arrive = () => {};
  server.slow = new Promise((done) => (arrive = done));
  const both = [list.refresh(), list.more()];
  server.all = entries(6, 5, 4, 3, 2, 1);
  arrive();
  await Promise.all(both);
  expect(positions()).toEqual([6, 5, 4, 3, 2, 1]);
  expect(list.busy).toBe(false);
});

test('a refresh that fails leaves the list as it was, without a complaint', async () => {
  const { server, list, positions } = await shown(entries(3, 2, 1));
  server.lost = true;
  await list.refresh();
  expect(positions()).toEqual([3, 2, 1]);
  expect(list.problem).toBeUndefined();
});

test('two refreshes at once end with one list', async () => {
  const { server, list, positions } = await shown(entries(3, 2, 1));
  const first = list.refresh();
  server.all = entries(4, 3, 2, 1);
  await Promise.all([first, list.refresh()]);
  expect(positions()).toEqual([4, 3, 2, 1]);
});
