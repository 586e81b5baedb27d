import type { Table } from '../../lib/api.ts';
import { daysBefore, today } from '../lib/dates.ts';

/** A calendar month, or what of it is in a period. */
export interface Month {
  /** `2026-03` */
  month: string;
  from: string;
  to: string;
  /** Not all of it: its figure is no measure for the others. */
  part: boolean;
}

/** More would not be read, and each of them is a question to the server. */
export const MONTHS_MAX = 24;

/**
 * The months of a period, the last ones if there are more than fit. Of a year to the day the first is left out
 * if the period begins within it: its other part is the last month.
 */
export function monthsOf(from: string, to: string): Month[] {
  const months: Month[] = [];
  let end = to;
  while (end >= from && months.length < MONTHS_MAX) {
    const month = end.slice(0, 7);
    const first = `${month}-01`;
    const begin = first < from ? from : first;
    months.unshift({ month, from: begin, to: end, part: begin !== first || end !== lastOf(month) });
    end = dayBefore(first);
  }
  return from.slice(8) !== '01' && yearAfter(from) === dayAfter(to) ? months.slice(1) : months;
}

/** The months of a table's period that were known: one that was still to come was not one without anybody. */
export function knownMonths({ from, to, asOf }: Pick<Table, 'from' | 'to' | 'asOf'>): Month[] {
  const known = asOf.day ?? today(asOf.requested ? new Date(asOf.requested) : undefined);
  return monthsOf(from, to < known ? to : known);
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const dayBefore = (day: string) => daysBefore(1, noon(day));
const dayAfter = (day: string) => daysBefore(-1, noon(day));

function lastOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function yearAfter(day: string): string {
  const date = noon(day);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
