import type { ControllerDetails, DescribeController, Records } from '../../lib/api.ts';
import { DescribeController as LIMITS } from '../../lib/limits.ts';
import { BYTE_ORDER_MARK } from '../lib/csv.ts';
import { today } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/** Of a centre who decides about its data, the controller; of the platform who works on it for all centres, the processor. */
export type About = 'controller' | 'processor';
/** What the platform itself has as its centre. */
export const PLATFORM = 'stc';

/** What is written down of one, as a form has it: nothing is an empty text, and of several each has a line. */
export const NEEDED = ['legalName', 'number', 'address', 'contact', 'officer', 'officerContact'] as const;
type Needed = (typeof NEEDED)[number];
type Fields = Record<Needed | 'others' | 'agreement' | 'agreedOn', string>;
/** `before`: what was written down when somebody began to type. */
export type Draft = Fields & { before: string };

export function draftOf(told: ControllerDetails | null): Draft {
  const needed = Object.fromEntries(NEEDED.map((field) => [field, told?.[field] ?? ''])) as Record<Needed, string>;
  const fields: Fields = { ...needed, others: told?.others.join('\n') ?? '', agreement: told?.agreement ?? '', agreedOn: told?.agreedOn ?? '' };
  return { ...fields, before: JSON.stringify(fields) };
}

/** Whether it says what is written down, and nothing else. */
export function isAsTold({ before, ...fields }: Draft): boolean {
  return JSON.stringify(fields) === before;
}

const linesIn = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

export function issuesIn(draft: Draft): Issues {
  const issues: Issues = Object.fromEntries(NEEDED.filter((field) => !draft[field].trim()).map((field) => [field, 'missing']));
  if (linesIn(draft.others).length > LIMITS.others.max) issues['others'] = 'tooMany';
  return issues;
}

export function bodyOf(draft: Draft): DescribeController & Pick<ControllerDetails, 'others'> {
  const needed = Object.fromEntries(NEEDED.map((field) => [field, draft[field].trim()])) as Record<Needed, string>;
  const agreement = draft.agreement.trim();
  const { agreedOn } = draft;
  return { ...needed, others: linesIn(draft.others), ...(agreement && { agreement }), ...(agreedOn && { agreedOn }) };
}

/** The register of what happens with data, as a file: a table for a spreadsheet, or linked data. */
export function fileOf(centre: string, kind: keyof Records, records: Records, day = today()): [name: string, text: string, type: string] {
  const name = `stc-records_${centre}_${day}`;
  return kind === 'csv' ? [`${name}.csv`, BYTE_ORDER_MARK + records.csv, 'text/csv'] : [`${name}.jsonld`, records.jsonLd, 'application/ld+json'];
}
