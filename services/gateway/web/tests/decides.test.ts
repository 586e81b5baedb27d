import { describe, expect, it } from 'vitest';
import type { ControllerDetails } from '../src/lib/api.ts';
import { AUTHORITIES } from '../src/lib/authorities.ts';
import { siteOf } from '../src/lib/authorities.ts';
import { authoritiesOf, decidesOf, isMail } from '../src/youth/data/decides.ts';

const TOLD: ControllerDetails = {
  ...{ legalName: 'vzw Leersteuncentrum Kempen', number: '0123.456.789', address: 'Markt 1, 2300 Turnhout', contact: '014 12 34 56' },
  ...{ officer: 'Functionaris', officerContact: 'dpo@lsc.example', others: ['VDAB', 'GTB'], agreement: '2026-7', agreedOn: '2026-03-09' },
};

describe('who decides about the own data', () => {
  it('is told with whom it is decided and whom to ask', () => {
    expect(decidesOf(TOLD)).toEqual([
      ['who', ['vzw Leersteuncentrum Kempen']],
      ['contact', ['014 12 34 56']],
      ['together', ['VDAB', 'GTB']],
      ['officer', ['Functionaris']],
      ['officerContact', ['dpo@lsc.example']],
    ]);
  });

  it('alone is said without an empty line', () => {
    expect(decidesOf({ ...TOLD, others: [] }).map(([what]) => what)).toEqual(['who', 'contact', 'officer', 'officerContact']);
  });

  it('is written to where an address stands alone', () => {
    expect(['dpo@lsc.example', '014 12 34 56', 'dpo@lsc.example of 014 12 34 56', 'a@b?subject=x'].map(isMail)).toEqual([true, false, false, false]);
  });
});

describe('where to complain', () => {
  it('is at the authority of the centre, or at each as long as that is not known', () => {
    expect(authoritiesOf('finnish')).toEqual(['finnish']);
    expect(authoritiesOf(undefined)).toEqual(Object.keys(AUTHORITIES));
    expect([siteOf('belgian'), siteOf('finnish')]).toEqual(['gegevensbeschermingsautoriteit.be', 'tietosuoja.fi']);
  });
});
