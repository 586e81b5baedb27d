import { describe, expect, it } from 'vitest';
import type { ControllerDetails } from '../../src/lib/api.ts';
import { find } from '../../src/lib/routes.ts';
import { bodyOf, draftOf, fileOf, isAsTold, issuesIn, NEEDED } from '../../src/staff/controller/controller.ts';
import { ROUTES } from '../../src/staff/routes.ts';

const TOLD: ControllerDetails = {
  ...{ legalName: 'vzw Leersteuncentrum Kempen', number: '0123.456.789', address: 'Markt 1, 2300 Turnhout', contact: 'info@lsc.example' },
  ...{ officer: 'Functionaris', officerContact: 'dpo@lsc.example', others: ['VDAB', 'GTB'], agreement: '2026-7', agreedOn: '2026-03-09' },
};

describe('who decides about the data', () => {
  it('stands in the form as it was written down, each of several in a line of its own', () => {
    expect(draftOf(TOLD)).toMatchObject({ legalName: TOLD.legalName, others: 'VDAB\nGTB', agreedOn: '2026-03-09' });
    expect(bodyOf(draftOf(TOLD))).toEqual(TOLD);
  });

  it('is an empty form where nobody wrote it down, which says what is missing', () => {
    const draft = draftOf(null);
    expect(Object.values({ ...draft, before: '' }).join('')).toBe('');
    expect(issuesIn(draft)).toEqual(Object.fromEntries(NEEDED.map((field) => [field, 'missing'])));
    expect(issuesIn({ ...draftOf(TOLD), address: '  ' })).toEqual({ address: 'missing' });
  });

  it('is sent without what may stay empty, and without lines and spaces around it', () => {
    const draft = { ...draftOf(TOLD), number: ' 0123 ', others: ' VDAB \n\n', agreement: ' ', agreedOn: '' };
    const { agreement: _, agreedOn: __, ...needed } = TOLD;
    expect(bodyOf(draft)).toEqual({ ...needed, number: '0123', others: ['VDAB'] });
  });

  it('together with too many says so', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `nr ${i}`).join('\n');
    expect(issuesIn({ ...draftOf(TOLD), others: `\n${lines(20)}\n` })).toEqual({});
    expect(issuesIn({ ...draftOf(TOLD), others: lines(21) })).toEqual({ others: 'tooMany' });
  });

  it('is known to be typed over what was there then', () => {
    const draft = draftOf(TOLD);
    expect(isAsTold(draft)).toBe(true);
    expect(isAsTold({ ...draft, officer: 'An' })).toBe(false);
    expect(draftOf({ ...TOLD, officer: 'An' }).before).not.toBe(draft.before);
  });
});

describe('the page', () => {
  const at = (role: 'lead' | 'operator', path: string) => find(ROUTES[role], `/${role}${path}`, `/${role}`);

  it('is the same for a lead, and for an operator about the platform itself', () => {
    expect(at('lead', '/controller')?.params).toEqual({});
    expect(at('operator', '/platform')?.load).toBe(at('lead', '/controller')?.load);
  });

  it('stands below that of a centre for an operator', () => {
    expect(at('operator', '/centre/lsc01/controller')?.params).toEqual({ id: 'lsc01', part: 'controller' });
  });
});

it('a register is a file that a spreadsheet reads, or one for another program', () => {
  const records = { csv: 'Categorieën\r\n', jsonLd: '{"@context":{}}' };
  expect(fileOf('lsc01', 'csv', records, '2026-11-29')).toEqual(['stc-records_lsc01_2026-11-29.csv', '\uFEFFCategorieën\r\n', 'text/csv']);
  expect(fileOf('lsc01', 'jsonLd', records, '2026-11-29')).toEqual(['stc-records_lsc01_2026-11-29.jsonld', records.jsonLd, 'application/ld+json']);
});
