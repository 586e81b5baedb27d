import type { TableQuery } from '../../lib/api.ts';
import type { Population } from '../../lib/api.ts';
import { POPULATIONS } from '../lib/codes.ts';

/**
 * What a table shows, all of it in the address: whoever gets the link sees the same table.
 * No personal data is in it. Whatever does not fit is left out instead of trusted.
 */
export interface View extends TableQuery {
  /** Nobody chose: what fits the screen. */
  by?: (typeof BY)[number];
  /** Shows what changed between `asOf` and now. */
  compare: boolean;
}

const BY = ['disability', 'activity', 'month'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CENTRE = /^[a-z0-9]{1,32}$/;

export function readView(search: string): View {
  const given = new URLSearchParams(search);
  const fitting = (name: string, fits: (value: string) => boolean) => {
    const value = given.get(name);
    return value !== null && fits(value) ? { [name]: value } : {};
  };
  return {
    ...fitting('centre', (id) => CENTRE.test(id)),
    ...fitting('population', (code) => POPULATIONS.includes(code as Population)),
    ...fitting('from', (date) => DATE.test(date)),
    ...fitting('to', (date) => DATE.test(date)),
    ...fitting('asOf', (instant) => !Number.isNaN(Date.parse(instant))),
    ...fitting('by', (by) => (BY as readonly string[]).includes(by)),
    compare: given.has('compare'),
  };
}

export function writeView({ by, compare, ...query }: View): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (by) pairs.push(['by', by]);
  if (compare && query.asOf) pairs.push(['compare', '1']);
  const search = new URLSearchParams(pairs as [string, string][]).toString();
  return search && `?${search}`;
}

/** The part of a view that the server is asked for. */
export function queryOf({ by: _, compare: __, ...query }: View): TableQuery {
  return query;
}

let search = $state(location.search);

export const tableView = {
  get search() {
    return search;
  },
  get value() {
    return readView(search);
  },
  /** Takes over the address after somebody came here. */
  arrive(): void {
    search = location.search;
  },
  /** `undefined` takes a choice away. Replaces the address: going back leaves the table. */
  change(patch: { [K in keyof View]?: View[K] | undefined }): void {
    search = writeView({ ...readView(search), ...patch } as View);
    history.replaceState(null, '', location.pathname + search);
  },
};
