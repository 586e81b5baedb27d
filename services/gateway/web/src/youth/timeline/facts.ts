import type { TimelineEntry } from '../../lib/api.ts';
import { formatDate, formatList } from '../../lib/format.ts';
import { t } from './facts-words.ts';

/** What an entry says beside what happened: a name and a value for each fact, none left out. */
export function factsOf({ source, intake, population, exit }: TimelineEntry): [name: string, value: string][] {
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
  return facts;
}

/** "Not known" is another fact than "none". */
function barriers({ barriersKnown, barriers: codes }: NonNullable<TimelineEntry['intake']>): string {
  if (!barriersKnown) return t('fact.barriers.unknown');
  return codes.length === 0 ? t('fact.barriers.none') : formatList(codes.map((code) => t(`fact.barrier.${code}`)));
}
