import { describe, expect, it } from 'vitest';
import { cardInFragment, cardSeen, formatCard, wrongIn } from '../src/lib/card.ts';

const CARD = 'K7M2-9QXD-4TRW';

describe('the code on a card', () => {
  it.each([
    ['k7m29qxd4trw', CARD],
    ['K7M2 9QXD 4TRW', CARD],
    [' k7m2-9qxd–4trw ', CARD],
    ['Ｋ７Ｍ２９ＱＸＤ４ＴＲＷ', CARD],
    ['k7m2.9', 'K7M2-9'],
    ['', ''],
  ])('forgives how somebody types it: %j', (typed, written) => {
    expect(formatCard(typed)).toBe(written);
  });

  it('written twice is written once', () => {
    expect(formatCard(formatCard('abcd efgh 2345'))).toBe('ABCD-EFGH-2345');
  });

  it('is right with twelve of its letters and digits', () => {
    expect(wrongIn(formatCard('abcd efgh 2345'))).toBeNull();
    expect(wrongIn(formatCard('abcd efgh 234'))).toBe('tooShort');
    expect(wrongIn('')).toBe('tooShort');
  });

  it.each(['O', 'o', 'I', 'l', 'U', '0', '1', 'é', 'Ж', '٣'])('never holds %j, which is told while the rest is still to come', (letter) => {
    expect(wrongIn(formatCard(`K7M${letter}`))).toBe('wrongLetter');
  });

  it('is not cut out of something longer', () => {
    expect(wrongIn(formatCard('ABCDEFGHJKMNPQRS'))).toBe('notACard');
    expect(cardSeen('ABCDEFGHJKMNPQRS')).toBeNull();
  });

  it('is found in the fragment that the QR picture opens', () => {
    expect(cardInFragment(`#card=${CARD}`)).toBe(CARD);
    expect(cardInFragment('#card=k7m2%2D9qxd%2D4trw')).toBe(CARD);
    expect(cardInFragment('#main')).toBeNull();
    expect(cardInFragment('')).toBeNull();
  });
});

describe('an address', () => {
  it.each([`https://example.test/#card=${CARD}`, `http://EXAMPLE.test/#card=${CARD}`, `example.test/#card=${CARD}`, ` https://example.test/coach#lang=fi&card=k7m29qxd4trw\n`])(
    'of ours holds the code: %j',
    (address) => {
      expect(formatCard(address)).toBe(CARD);
      expect(cardSeen(address)).toBe(CARD);
    },
  );

  it.each([
    'https://www.example.com/menu',
    `https://www.example.com/#card=${CARD}`,
    `https://example.test.evil.example/#card=${CARD}`,
    `https://example.test@evil.example/#card=${CARD}`,
    'https://example.test/#card=',
    'https://example.test/#card=%E0%A4%A',
    'https://example.test/map',
    'WIFI:T:WPA;S:School;P:K7M29QXD4TRW;;',
    'BEGIN:VCARD\nFN:Noor\nEND:VCARD',
    'mailto:noor@example.test',
    'tel:+3214000000',
    '{"card":"K7M29QXD4TRW"}',
    '5410000123456',
    '410023456789',
    '',
    '#card=',
    'https://',
    '%',
  ])('or any other picture is no card: %j', (seen) => {
    expect(cardSeen(seen)).toBeNull();
  });

  it('that is not ours stays as it was pasted, and is told', () => {
    const menu = 'https://www.example.com/menu';
    expect(formatCard(menu)).toBe(menu);
    expect(wrongIn(menu)).toBe('notACard');
  });
});
