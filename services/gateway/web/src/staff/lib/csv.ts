import { saveFile } from '../../lib/save-file.ts';
import { unbroken } from './in-line.ts';

/** Files that a spreadsheet opens. */

/** Semicolons, because a comma is the decimal sign in Flanders and Finland. */
const SEPARATOR = ';';
/** Spreadsheets read UTF-8 only when the file says so. */
export const BYTE_ORDER_MARK = '\uFEFF';
export type Cell = string | number | null | undefined;

export function csvText(lines: Cell[][]): string {
  return BYTE_ORDER_MARK + lines.map((line) => line.map(cell).join(SEPARATOR) + '\r\n').join('');
}

export function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  const text = unbroken(String(value));
  // A name that starts like a formula must stay text in a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const saveCsvFile = (name: string, text: string): void => saveFile(name, text, 'text/csv');
