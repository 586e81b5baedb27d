import { describe, expect, it } from 'vitest';
import { cardInFragment, formatCard, isWholeCard } from '../src/lib/card.ts';

describe('the code on a card', () => {
  it.each([
    ['k7m29qxd4trw', 'K7M2-9QXD-4TRW'],
    ['K7M2 9QXD 4TRW', 'K7M2-9QXD-4TRW'],
    [' k7m2-9qxd–4trw ', 'K7M2-9QXD-4TRW'],
    ['k7m2.9', 'K7M2-9'],
    ['', ''],
  ])('forgives how somebody types it: %j', (typed, written) => {
    expect(formatCard(typed)).toBe(written);
  });

  it('stays within twelve letters and numbers', () => {
    expect(formatCard('ABCDEFGHIJKLMNOP')).toBe('ABCD-EFGH-IJKL');
  });

  it('formatting twice changes nothing', () => {
    expect(formatCard(formatCard('abcd efgh 1234'))).toBe('ABCD-EFGH-1234');
  });

  it('is whole with twelve, not with eleven', () => {
    expect(isWholeCard('abcd efgh 1234')).toBe(true);
    expect(isWholeCard('abcd efgh 123')).toBe(false);
  });

  it('is found in the fragment that the QR picture opens', () => {
    expect(cardInFragment('#card=K7M2-9QXD-4TRW')).toBe('K7M2-9QXD-4TRW');
    expect(cardInFragment('#main')).toBeNull();
    expect(cardInFragment('')).toBeNull();
  });

  it('is found in a pasted or scanned address', () => {
    expect(formatCard('https://stc.example/#card=K7M2-9QXD-4TRW')).toBe('K7M2-9QXD-4TRW');
  });
});
