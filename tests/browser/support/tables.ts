import { expect, type Locator } from '@playwright/test';
import { CATEGORIES, DISABILITIES } from '../../../services/gateway/web/src/staff/lib/codes.ts';
import type { Visitor } from './visitor.ts';

/** The monitoring tables, read from the screen as a person reads them. */

export interface Figures {
  /** Unique persons, above the table. */
  persons: number;
  rows: Map<string, number[]>;
}
export interface Cell {
  disability: string;
  category: string;
}
/** The five of the table; the others stand below it. */
const IN_TABLE = 5;
const ROUNDED_TO = 5;
/** What is read where a figure is not shown. */
export const NOT_SHOWN = NaN;

export async function openTable(visitor: Visitor, number: 1 | 2): Promise<Figures> {
  const { page, hand, words } = visitor;
  // One of two: in the sidebar of a wide screen, or below on a phone.
  const long = words.staff(`nav.table${number}`);
  const short = words.staff(`nav.table${number}.short`);
  const link = page.getByRole('navigation').getByRole('link', { name: long, exact: true });
  const compact = page.getByRole('navigation').getByRole('link', { name: short, exact: true });
  await hand.press(link.or(compact).filter({ visible: true }));
  return readTable(visitor, number);
}

export async function readTable(visitor: Visitor, number: 1 | 2): Promise<Figures> {
  const { page, hand, words } = visitor;
  const { staff } = words;
  await visitor.look(staff(`tables.${number}.title`));
  // A phone begins with a view that needs no columns.
  const byDisability = page.getByRole('radio', { name: staff('tables.view.disability'), exact: true });
  if (!(await byDisability.isChecked())) await hand.choose(byDisability);
  const rows = new Map<string, number[]>();
  for (const code of [...DISABILITIES, 'total'] as const) {
    const name = code === 'total' ? staff('tables.total') : staff(`disability.${code}`);
    rows.set(code, await figuresOf(rowOf(visitor, name)));
  }
  const persons = page.getByText(staff(`tables.${number}.sub`)).locator('b');
  return { persons: numberIn(await persons.innerText()), rows };
}

export type By = 'disability' | 'activity' | 'month';

/** The chart of a view of a table: a picture that says in words what it shows. */
export async function openChart({ page, hand, words }: Visitor, number: 1 | 2, by: By): Promise<Locator> {
  const view = by === 'activity' && number === 1 ? 'totals' : by;
  const choice = page.getByRole('radio', { name: words.staff(`tables.view.${view}`), exact: true });
  if (!(await choice.isChecked())) await hand.choose(choice);
  const question = ({ disability: 'bars', activity: 'groups', month: 'months' } as const)[by];
  const chart = page.getByRole('figure', { name: words.staff(`charts.${question}.${number}`), exact: true });
  await expect(chart.getByRole('img')).toBeVisible();
  return chart;
}

/** What stands beside the months: a figure or the mark, and between which numbers the true one lies. */
export async function readMonths({ page, words }: Visitor): Promise<{ figure: number; range: number[] }[]> {
  const month = page.getByRole('columnheader', { name: words.staff('charts.month'), exact: true });
  const rows = page.getByRole('table').filter({ has: month }).getByRole('row').filter({ has: page.getByRole('cell') });
  const texts = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
  return texts.map(([figure, range = '']) => ({ figure: numberIn(figure!), range: (range.match(/\d([.,\s]?\d)*/g) ?? []).map(numberIn) }));
}

/** The row whose head is exactly this: "unknown" is a row and a column. */
function rowOf({ page }: Visitor, name: string): Locator {
  const head = page.getByRole('rowheader', { name, exact: true });
  return page.getByRole('table').getByRole('row').filter({ has: head });
}

async function figuresOf(row: Locator): Promise<number[]> {
  const texts = await row.getByRole('cell').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''));
  return texts.map(numberIn);
}

export function numberIn(text: string): number {
  return Number(text.replace(/[^\d]/g, '') || 'NaN');
}

export function at({ rows }: Figures, { disability, category }: Cell): number {
  return rows.get(disability)?.[CATEGORIES.indexOf(category as (typeof CATEGORIES)[number])] ?? NaN;
}

/** One or two persons: not shown outside their centre. */
export function smallCell(figures: Figures): Cell {
  for (const disability of DISABILITIES.slice(0, IN_TABLE)) {
    for (const category of CATEGORIES) {
      if ([1, 2].includes(at(figures, { disability, category }))) return { disability, category };
    }
  }
  throw new Error('no figure of the demo is 1 or 2');
}

/** What leaves a centre of an exact figure. */
export function outside(exact: number): number {
  return Math.round(exact / ROUNDED_TO) * ROUNDED_TO || NOT_SHOWN;
}

/** A moment for a lead, the end of a day for an auditor. */
type AsOf = 'tables.asOf' | 'tables.asOf.end';

/** The choices of a table are open on a wide screen and closed on a phone. */
async function openChoices({ page, hand, words }: Visitor): Promise<void> {
  const moment = page.getByLabel(words.staff('tables.from'), { exact: true });
  if (await moment.isVisible()) return;
  await hand.press(page.getByText(words.staff('tables.controls'), { exact: true }));
  await expect(moment).toBeVisible();
}

/** A day as the API and date fields have it, in the time of the centres. */
export function dayOf(moment: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** Shows the table as it was known at the end of a day, and waits for it. */
export async function setEndOf(visitor: Visitor, day: string, label: AsOf): Promise<void> {
  await openChoices(visitor);
  const moment = visitor.page.getByLabel(visitor.words.staff(label), { exact: true });
  await changing(visitor, () => moment.fill(label === 'tables.asOf' ? `${day}T23:59` : day));
}

/** The centre, typed until it is the only one of the list. */
export async function setCentre(visitor: Visitor, name: string): Promise<void> {
  const { page, words, hand } = visitor;
  await openChoices(visitor);
  const box = page.getByRole('combobox', { name: words.staff('tables.centre'), exact: true });
  await hand.press(box);
  await box.fill(name);
  await changing(visitor, () => hand.press(page.getByRole('option', { name, exact: true })));
}

async function changing({ page }: Visitor, change: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/tables/'));
  await change();
  expect((await answered).status()).toBe(200);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
