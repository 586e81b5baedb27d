import type { TimelineEntry } from '../../lib/api.ts';
import { formatDate, formatList } from '../../lib/format.ts';
import { t } from './facts-words.ts';

/** What an entry says beside what happened: a name and a value for each fact, none left out. */
export function factsOf({ type, source, intake, population, exit, placement }: TimelineEntry): [name: string, value: string][] {
  const facts: [string, string][] = [];
  if (source) facts.push([t('fact.source'), t(`fact.source.${source}`)]);
  if (population) facts.push([t('fact.population'), t(`fact.population.${population}`)]);
  if (intake) {
    const others = intake.otherDisabilities.map((code) => t(`fact.disability.${code}`));
    facts.push(
      [t('fact.birthDate'), formatDate(intake.birthDate)],
      [t('fact.gender'), t(`fact.gender.${intake.gender}`)],
      [t('fact.population'), t(`fact.population.${intake.population}`)],
      [t('fact.disability'), t(`fact.disability.${intake.disability}`)],
    );
    if (others.length > 0) facts.push([t('fact.otherDisabilities'), formatList(others)]);
    facts.push([t('fact.barriers'), barriers(intake)], [t('fact.entryLevel'), t(`fact.entryLevel.${intake.entryLevel}`)]);
  }
  if (exit) {
    facts.push([t('fact.exit'), t(`fact.exit.${exit.kind}`)]);
    if (exit.form) facts.push([t('fact.form'), t(`fact.form.${exit.form}`)]);
    if (exit.hoursPercent) facts.push([t('fact.hours'), t('fact.hoursPercent', { percent: exit.hoursPercent })]);
  }
  if (placement && type === 'placementStarted') {
    const { form, contract, sector, countsBy } = placement;
    if (form) facts.push([t('fact.form'), t(`fact.form.${form}`)]);
    if (contract) facts.push([t('fact.contract'), t(`fact.contract.${contract}`)]);
    if (sector) facts.push([t('fact.sector'), t(`fact.sector.${sector}`)]);
    if (countsBy) facts.push([t('fact.countsBy'), t(`fact.countsBy.${countsBy}`)]);
  }
  return facts;
}

/** Whether the facts of an entry were erased: it stands there, and nobody can read it any more. */
export function isErased({ type, intake, population, exit }: TimelineEntry): boolean {
  const sealed = { intake, populationChanged: population, closed: exit };
  return type in sealed && !sealed[type as keyof typeof sealed];
}

/** "Not known" is another fact than "none". */
function barriers({ barriersKnown, barriers: codes }: NonNullable<TimelineEntry['intake']>): string {
  if (!barriersKnown) return t('fact.barriers.unknown');
  return codes.length === 0 ? t('fact.barriers.none') : formatList(codes.map((code) => t(`fact.barrier.${code}`)));
}
