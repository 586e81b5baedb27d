import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatList, formatNumber, formatTime } from '../src/lib/format.ts';

describe('dates and numbers', () => {
  it('are written as people read them in each language', () => {
    expect(formatDate('2026-03-09', 'nl')).toBe('9 maart 2026');
    expect(formatDate('2026-03-09', 'fi')).toBe('9. maaliskuuta 2026');
    expect(formatDate('2026-03-09', 'en')).toBe('9 March 2026');
    expect(formatDay('2026-03-09', 'nl')).toBe('maandag 9 maart');
  });

  it('keep a date without a time on its own day', () => {
    expect(formatDate('2026-01-01', 'nl')).toBe('1 januari 2026');
  });

  it('use the separators of the language', () => {
    expect(formatNumber(1952, 'nl')).toBe('1.952');
    expect(formatNumber(1952, 'en')).toBe('1,952');
    expect(formatTime('2026-03-09T14:05:00', 'nl')).toBe('14:05');
  });

  it('make a list into a sentence', () => {
    expect(formatList(['school', 'werk', 'thuis'], 'nl')).toBe('school, werk en thuis');
    expect(formatList(['koulu', 'koti'], 'fi')).toBe('koulu ja koti');
  });
});
