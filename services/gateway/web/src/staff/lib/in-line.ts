/** Without the signs that break or hold a line, which are for narrow columns on a screen only. */
export const unbroken = (text: string) => text.replace(/[\u00AD\u2060]/g, '').replaceAll('\u00A0', ' ');

/** Facts in one line, "Vandaag · School · Telefoon"; a new line never begins with the dot. */
export function inLine(facts: (string | false | null | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}
