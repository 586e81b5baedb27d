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
  steps: { id: string; pickMin: number; pickMax: number; overview?: string | null; question: Text; options: { id: string; label: Text }[] }[];
}
const read = (name: string): Exercise => JSON.parse(readFileSync(new URL(`${name}/exercise.json`, CONTENT), 'utf8'));
const CORE = readdirSync(CONTENT).map(read).filter(({ kind }) => kind === 'core');
export const packOf = (domain: Domain): Exercise => CORE.find((one) => one.domain === domain)!;
