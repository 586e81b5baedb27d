import { beforeAll, describe, expect, test } from 'vitest';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { Problem } from '../../src/lib/problem.ts';
import { gathering } from '../../src/staff/charts/gathering.svelte.ts';
import { knownMonths, monthsOf, MONTHS_MAX } from '../../src/staff/charts/months.ts';
import { every, pathOf, scaleOf } from '../../src/staff/charts/scale.ts';
import { figureWithin, inOrder, tellsAnything, topOf } from '../../src/staff/charts/summary.ts';

beforeAll(wordsReady);

const ROUNDED = { roundedTo: 5, notShownBelow: 3 };

describe('a scale', () => {
  test('begins at nobody and has room for the most', () => {
    for (const most of [1, 2, 7, 12, 98, 101, 4_321]) {
      const { top, ticks, percent } = scaleOf([most]);
      expect(ticks[0]).toBe(0);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(percent(0)).toBe(0);
      expect(percent(top)).toBe(100);
    }
  });

  test('has no lines at half persons', () => {
    for (let most = 0; most <= 12; most += 1) expect(scaleOf([most]).ticks.every(Number.isInteger)).toBe(true);
  });

  test('is there when nobody is counted, too', () => {
    expect(scaleOf([0, 0]).percent(0)).toBe(0);
    expect(scaleOf([]).top).toBe(1);
  });
});

test('a line breaks where nothing is told', () => {
  expect(pathOf([[0, 10], [5, 20], undefined, [15, 1 / 3]])).toBe('M0 10L5 20M15 0.33');
  expect(pathOf([undefined, undefined])).toBe('');
});

test('no more names are shown than fit', () => {
  expect(every(12, 12)).toBe(1);
  expect(every(13, 12)).toBe(2);
  expect(every(24, 3)).toBe(8);
  expect(every(0, 3)).toBe(1);
});

describe('the months of a period', () => {
  const told = (from: string, to: string) => monthsOf(from, to).map(({ from, to, part }) => `${from} ${to}${part ? ' part' : ''}`);

  test('are whole, or say that they are not', () => {
    expect(told('2026-01-15', '2026-03-31')).toEqual(['2026-01-15 2026-01-31 part', '2026-02-01 2026-02-28', '2026-03-01 2026-03-31']);
    expect(told('2024-02-01', '2024-02-29')).toEqual(['2024-02-01 2024-02-29']);
    expect(told('2026-03-09', '2026-03-09')).toEqual(['2026-03-09 2026-03-09 part']);
  });

  test('cover it without a gap and without a day twice', () => {
    const months = monthsOf('2024-11-11', '2026-03-09');
    months.slice(1).forEach(({ from }, i) => {
      const next = new Date(`${months[i]!.to}T12:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(next.toISOString().slice(0, 10)).toBe(from);
    });
    expect([months[0]!.from, months.at(-1)!.to]).toEqual(['2024-11-11', '2026-03-09']);
  });

  test('of a year that begins within a month are twelve, the last one not over', () => {
    const months = monthsOf('2025-03-10', '2026-03-09');
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2025-04', from: '2025-04-01', to: '2025-04-30', part: false });
    expect(months.at(-1)).toEqual({ month: '2026-03', from: '2026-03-01', to: '2026-03-09', part: true });
    expect(monthsOf('2025-04-01', '2026-03-31')).toHaveLength(12);
  });

  test('are the last ones of a long period', () => {
    const months = monthsOf('1990-01-01', '2026-03-31');
    expect(months).toHaveLength(MONTHS_MAX);
    expect(months.at(-1)!.month).toBe('2026-03');
  });

  test('end where the knowledge ends: what is to come was not a month without anybody', () => {
    const asOf = { day: '2026-02-10', requested: null, recordedAt: null, position: 1 };
    const months = knownMonths({ from: '2026-01-01', to: '2026-06-30', asOf });
    expect(months.map(({ to }) => to)).toEqual(['2026-01-31', '2026-02-10']);
    expect(knownMonths({ from: '2026-03-01', to: '2026-06-30', asOf })).toEqual([]);
  });
});

describe('in words', () => {
  const bar = (label: string, value: number | null) => ({ label, value });

  test('the longest bar stands first, and what is not shown last', () => {
    const bars = [bar('a', null), bar('b', 0), bar('c', 40), bar('d', 5)];
    expect(inOrder(bars).map(({ label }) => label)).toEqual(['c', 'd', 'b', 'a']);
  });

  test('who has the most is named, all of them if they are few', () => {
    expect(topOf([bar('taal', 5), bar('wo\u00ADnen', 40)])).toBe('wonen (40)');
    expect(topOf([bar('taal', 5), bar('werk', 5), bar('rest', null)])).toBe('taal en werk (5)');
    expect(topOf('abcd'.split('').map((label) => bar(label, 5)))).toBe('4 staan samen bovenaan (5)');
  });

  test('nobody is another thing than not shown', () => {
    expect(topOf([bar('a', 0), bar('b', 0)])).toBe('niemand');
    expect(topOf([bar('a', null)])).toBe('niet getoond');
    expect([tellsAnything([bar('a', 0)]), tellsAnything([bar('a', null)]), tellsAnything([bar('a', 5)])]).toEqual([false, false, true]);
  });

  test('a rounded figure says between which numbers the true one lies', () => {
    expect(figureWithin(10, ROUNDED)).toBe('10 (8 tot 12)');
    expect(figureWithin(null, ROUNDED)).toBe('niet getoond (0 tot 2)');
    expect(figureWithin(1_234, { roundedTo: null, notShownBelow: null })).toBe('1.234');
  });
});

describe('many questions', () => {
  const QUESTIONS = [1, 2, 3, 4, 5, 6];

  test('are asked a few at a time, and answered in their order', async () => {
    let open = 0;
    let most = 0;
    const all = gathering(QUESTIONS, async (n) => {
      most = Math.max(most, (open += 1));
      await new Promise((done) => setTimeout(done, 7 - n));
      open -= 1;
      return n * n;
    }, 2);
    expect(all.value).toBeUndefined();
    await all.reload();
    expect(all.value).toEqual([1, 4, 9, 16, 25, 36]);
    expect(most).toBe(2);
  });

  test('keep the answers that came when one fails, and ask only for the others again', async () => {
    const asked: number[] = [];
    const all = gathering(QUESTIONS, async (n) => {
      asked.push(n);
      if (n === 3 && asked.filter((one) => one === 3).length === 1) throw new Problem('unavailable', 503);
      return n;
    }, 1);
    await all.reload();
    expect([all.came, all.value, all.problem?.kind]).toEqual([2, undefined, 'unavailable']);
    await all.reload();
    expect([all.came, all.value, all.problem]).toEqual([6, QUESTIONS, undefined]);
    expect(asked).toEqual([1, 2, 3, 3, 4, 5, 6]);
  });

  test('end when nobody waits any more, without a problem', async () => {
    const asked: number[] = [];
    const all = gathering(QUESTIONS, async (n, signal) => {
      asked.push(n);
      await new Promise((done) => setTimeout(done, 1));
      if (signal.aborted) throw new Problem('offline', 0);
      return n;
    }, 2);
    all.stop();
    await all.reload();
    expect([asked, all.problem, all.value]).toEqual([[1, 2], undefined, undefined]);
  });
});
