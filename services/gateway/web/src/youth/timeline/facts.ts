import type { TimelineEntry } from '../../lib/api.ts';
import { formatDate, formatList } from '../../lib/format.ts';
import { ty } from '../words.ts';

/** What an entry says beside what happened: a name and a value for each fact, none left out. */
export function factsOf({ source, intake, population, exit }: TimelineEntry): [name: string, value: string][] {
  const facts: [string, string][] = [];
  if (source) facts.push([ty('fact.source'), ty(`fact.source.${source}`)]);
  if (population) facts.push([ty('fact.population'), ty(`fact.population.${population}`)]);
  if (intake) {
    const others = intake.otherDisabilities.map((code) => ty(`fact.disability.${code}`));
    facts.push(
      [ty('fact.birthDate'), formatDate(intake.birthDate)],
      [ty('fact.gender'), ty(`fact.gender.${intake.gender}`)],
      [ty('fact.population'), ty(`fact.population.${intake.population}`)],
      [ty('fact.disability'), ty(`fact.disability.${intake.disability}`)],
    );
    if (others.length > 0) facts.push([ty('fact.otherDisabilities'), formatList(others)]);
    facts.push([ty('fact.barriers'), barriers(intake.barriers)], [ty('fact.entryLevel'), ty(`fact.entryLevel.${intake.entryLevel}`)]);
  }
  if (exit) {
    facts.push([ty('fact.exit'), ty(`fact.exit.${exit.kind}`)]);
    if (exit.form) facts.push([ty('fact.form'), ty(`fact.form.${exit.form}`)]);
    if (exit.hoursPercent) facts.push([ty('fact.hours'), ty('fact.hoursPercent', { percent: exit.hoursPercent })]);
  }
  return facts;
}

/** "Not known" is another fact than "none". */
function barriers(codes: NonNullable<TimelineEntry['intake']>['barriers']): string {
  if (codes === null) return ty('fact.barriers.unknown');
  return codes.length === 0 ? ty('fact.barriers.none') : formatList(codes.map((code) => ty(`fact.barrier.${code}`)));
}

/** Whether the facts of an entry were erased: it stands there, and nobody can read it any more. */
export function isErased({ type, intake, population, exit }: TimelineEntry): boolean {
  const sealed = { intake, populationChanged: population, closed: exit };
  return type in sealed && !sealed[type as keyof typeof sealed];
}
