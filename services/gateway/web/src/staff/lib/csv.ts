import { unbroken } from './in-line.ts';

/** Files that a spreadsheet opens. */

/** Semicolons, because a comma is the decimal sign in Flanders and Finland. */
const SEPARATOR = ';';
/** Spreadsheets read UTF-8 only when the file says so. */
const BYTE_ORDER_MARK = '\uFEFF';
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

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
