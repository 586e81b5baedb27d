/**
 * HTML as text, for a file.
 *
 * Invariant: what is put into `html` is escaped, unless `html` made it.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = string | Html | (string | Html)[];

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const textOf = (part: string | Html) => (part instanceof Html ? part.text : part.replace(/[&<>"']/g, (sign) => SIGNS[sign]!));

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const texts = parts.map((part) => (Array.isArray(part) ? part.map(textOf).join('') : textOf(part)));
  return new Html(String.raw({ raw: strings }, ...texts));
}

/** What people wrote keeps its own direction. */
export const own = (text: string) => html`<bdi>${text}</bdi>`;
export const NOTHING = new Html('');

/** A sentence with names in it. */
export function sentence(text: string, names: Record<string, string>): Html {
  const [before, ...rest] = text.split(/\{(\w+)\}/);
  return html`${before!}${rest.map((piece, i) => (i % 2 ? piece : own(names[piece] ?? `{${piece}}`)))}`;
}

export function table(heads: string[], rows: Html[][]): Html {
  const line = ([first, ...others]: Html[]) => html`<tr><th scope="row">${first!}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
  const head = html`<thead><tr>${heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>`;
  return html`<table>${heads.length > 0 ? head : NOTHING}<tbody>\n${rows.map(line)}</tbody></table>`;
}
