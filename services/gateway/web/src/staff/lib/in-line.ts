/** Facts in one line, "Vandaag · School · Telefoon"; a new line never begins with the dot. */
export function inLine(facts: (string | false | null | undefined)[]): string {
  return facts.filter(Boolean).join('\u00A0· ');
}
