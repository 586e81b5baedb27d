import { readdirSync, readFileSync } from 'node:fs';

/** What the exercises ask, from the folders that the platform carries: of each life domain the core exercise. */
const CONTENT = new URL('../../../services/exercises/content/', import.meta.url);
export const DOMAINS = ['housing', 'relationships', 'health', 'finances', 'learning', 'leisure', 'work'] as const;
export type Domain = (typeof DOMAINS)[number];

type Text = Record<'nl' | 'fi' | 'en', string>;
interface Exercise {
  id: string;
  domain: Domain;
  kind: string;
  title: Text;
  goal: Text;
  steps: Step[];
}
interface Thing {
  id: string;
  label: Text;
}
interface Step {
  id: string;
  overview: string | null;
  question: Text;
  kind: { choose?: { pickMin: number; pickMax: number; options: Thing[] }; sort?: { cards: Thing[]; bins: Thing[] } };
}
const read = (name: string): Exercise => JSON.parse(readFileSync(new URL(`${name}/exercise.json`, CONTENT), 'utf8'));
const ALL = readdirSync(CONTENT).map(read);
export const packOf = (domain: Domain): Exercise => ALL.find((one) => one.domain === domain && one.kind === 'core')!;
export const exercise = (id: string): Exercise => ALL.find((one) => one.id === id)!;
export const countOf = (domain: Domain): number => ALL.filter((one) => one.domain === domain).length;
/** The options of a question that is answered with some. */
export const chooseOf = (step: Step) => step.kind.choose!;
