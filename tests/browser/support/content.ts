import finances from '../../../services/exercises/content/finances.json' with { type: 'json' };
import health from '../../../services/exercises/content/health.json' with { type: 'json' };
import housing from '../../../services/exercises/content/housing.json' with { type: 'json' };
import learning from '../../../services/exercises/content/learning.json' with { type: 'json' };
import leisure from '../../../services/exercises/content/leisure.json' with { type: 'json' };
import relationships from '../../../services/exercises/content/relationships.json' with { type: 'json' };
import work from '../../../services/exercises/content/work.json' with { type: 'json' };

/** What the exercises ask, from the packs that the platform carries. */
const PACKS = { housing, relationships, health, finances, learning, leisure, work };
export type Domain = keyof typeof PACKS;
export const DOMAINS = Object.keys(PACKS) as Domain[];

type Text = Record<'nl' | 'fi' | 'en', string>;
interface Pack {
  id: string;
  title: Text;
  steps: { pickMin: number; pickMax: number; overview?: string | null; question: Text; options: { label: Text }[] }[];
}
export const packOf = (domain: Domain): Pack => PACKS[domain];
