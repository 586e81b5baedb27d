import { expect, test } from 'vitest';
import { commandOf, issuesIn, issuesInConfirmation, type ErasureDraft } from '../../src/staff/centres/erasure.ts';

const NUMBER = '01890a5d-ac96-774b-bcce-b302099a8057';
const draft = (change: Partial<ErasureDraft> = {}): ErasureDraft => ({
  person: NUMBER,
  reason: 'personAsked',
  confirmation: '8057',
  ...change,
});

test('a number and a reason are asked first', () => {
  expect(issuesIn(draft())).toEqual({});
  expect(issuesIn(draft({ person: ' ', reason: undefined }))).toEqual({ person: 'required', reason: 'choose' });
});

test.each(['Fatima', NUMBER.slice(0, -1), `${NUMBER}0`, 'K7M2-9QXD-4TRW'])('"%s" is no number of a person', (person) => {
  expect(issuesIn(draft({ person }))).toEqual({ person: 'personNumber' });
});

test('capitals and blanks that came along with a copy do not matter', () => {
  const person = ` ${NUMBER.toUpperCase()}\n`;
  expect(issuesIn(draft({ person }))).toEqual({});
  expect(commandOf(draft({ person }), 'lsc01')).toEqual({ person: NUMBER, centre: 'lsc01', reason: 'personAsked' });
});

test('nothing is destroyed before the end of this very number is typed', () => {
  expect(issuesInConfirmation(draft())).toEqual({});
  expect(issuesInConfirmation(draft({ person: NUMBER.toUpperCase(), confirmation: ' 8057 ' }))).toEqual({});
  for (const confirmation of ['', '057', '8058', NUMBER]) {
    expect(issuesInConfirmation(draft({ confirmation }))).toEqual({ confirmation: 'confirmation' });
  }
});
