import { beforeAll, expect, test } from 'vitest';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { changeInWords, changeOf, changeShort, rangeInWords, rangeOf, slackOf, type Figure } from '../../src/staff/tables/figures.ts';

beforeAll(wordsReady);

const EXACT = { roundedTo: null, notShownBelow: null };
const ROUNDED = { roundedTo: 5, notShownBelow: 3 };

/** As the service rounds: to the nearest, and not shown where that would be zero. */
const told = (count: number): Figure => Math.floor((count + 2) / 5) * 5 || null;

test('a difference of exact figures is the difference', () => {
  expect(changeOf(8, 3, EXACT)).toEqual({ least: 5, most: 5 });
  expect(changeShort(changeOf(0, 2, EXACT)!)).toBe('−2');
  expect(changeOf(0, 0, EXACT)).toBeUndefined();
});

test('a difference of rounded figures is a range, and the true one lies in it', () => {
  for (let then = 0; then <= 40; then += 1) {
    for (let now = 0; now <= 40; now += 1) {
      const change = changeOf(told(now), told(then), ROUNDED);
      if (!change) expect(Math.abs(now - then)).toBeLessThanOrEqual(slackOf(ROUNDED));
      else {
        expect(change.least).toBeLessThanOrEqual(now - then);
        expect(change.most).toBeGreaterThanOrEqual(now - then);
        // Where something is said to have come nothing may have gone.
        expect(change.least > 0 || change.most < 0).toBe(true);
      }
    }
  }
});

test('the true number lies between the two that are told, whatever it is', () => {
  for (let count = 0; count <= 40; count += 1) {
    const { least, most } = rangeOf(told(count), ROUNDED);
    expect(least <= count && count <= most).toBe(true);
    expect(rangeOf(count, EXACT)).toEqual({ least: count, most: count });
  }
});

test('how far off a figure may be follows from how it is rounded', () => {
  expect(rangeOf(10, ROUNDED)).toEqual({ least: 8, most: 12 });
  expect(rangeOf(100, { roundedTo: 10, notShownBelow: 5 })).toEqual({ least: 95, most: 105 });
  expect(rangeOf(null, { roundedTo: 10, notShownBelow: 5 })).toEqual({ least: 0, most: 4 });
  expect(rangeInWords(rangeOf(10, ROUNDED))).toBe('8 tot 12');
  expect(rangeInWords(rangeOf(10, EXACT))).toBe('10');
});

test('five more of rounded figures may be one person, and says so', () => {
  expect(changeShort(changeOf(10, 5, ROUNDED)!)).toBe('+1…+9');
  expect(changeShort(changeOf(5, null, ROUNDED)!)).toBe('+1…+7');
  expect(changeShort(changeOf(null, 5, ROUNDED)!)).toBe('−7…−1');
});

test('who listens hears how many more or fewer', () => {
  expect(changeInWords({ least: 1, most: 9 })).toBe('1 tot 9 meer dan toen');
  expect(changeInWords({ least: -7, most: -1 })).toBe('1 tot 7 minder dan toen');
  expect(changeInWords({ least: -2, most: -2 })).toBe('2 minder dan toen');
});
