import type { Intake, NewYouth, Population } from '../../lib/api.ts';
import { lostOnReload } from '../../lib/release.ts';
import { onLeave } from '../../lib/session.svelte.ts';
import { tab } from '../../lib/storage.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { AGE_MAX_YEARS, AGE_MIN_YEARS, type BARRIERS, type DISABILITIES } from '../lib/codes.ts';
import { today } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/**
 * A youth who is being registered.
 *
 * Health facts start unchosen, never at a guess, and live in memory only: they stay when the
 * lead looks at another screen and are gone when the lead leaves. Who it is about outlives a load of
 * the page, in this tab: then a youth whose card was never seen is not registered twice.
 */
export type Disability = (typeof DISABILITIES)[number];
export type Barrier = (typeof BARRIERS)[number];
/** "Not known" is another fact than "none". */
export type BarriersKnown = 'none' | 'some' | 'unknown';

export interface IntakeDraft {
  id: string;
  /** Whoever comes back was here before. */
  again: boolean;
  name: string;
  birthDate: string;
  gender: Intake['gender'] | undefined;
  population: Population | undefined;
  entryLevel: Intake['entryLevel'] | undefined;
  source: NewYouth['source'] | undefined;
  registeredOn: string;
  disability: Disability | undefined;
  otherDisabilities: Disability[];
  barriersKnown: BarriersKnown | undefined;
  barriers: Barrier[];
}

const empty = (): IntakeDraft => ({
  id: uuidV7(),
  again: false,
  name: '',
  birthDate: '',
  gender: undefined,
  population: undefined,
  entryLevel: undefined,
  source: undefined,
  registeredOn: today(),
  disability: undefined,
  otherDisabilities: [],
  barriersKnown: undefined,
  barriers: [],
});

const ABOUT_KEY = 'stc.typed.intake';
type About = Pick<IntakeDraft, 'id' | 'again' | 'name' | 'source' | 'registeredOn'>;

export const intakeDraft = $state({ ...empty(), ...tab.read(ABOUT_KEY, isAbout) });
/** Run it as an effect. */
export function rememberIntake(): void {
  const { id, again, name, source, registeredOn } = intakeDraft;
  tab.put(ABOUT_KEY, JSON.stringify({ id, again, name, source, registeredOn } satisfies About));
}

/** What an older version put there may be anything. */
function isAbout(value: unknown): value is About {
  const { id, again, name, source = '', registeredOn } = (value ?? {}) as About;
  return typeof again === 'boolean' && [id, name, source, registeredOn].every((text) => typeof text === 'string');
}

export function startIntakeAgain(): void {
  Object.assign(intakeDraft, empty());
}
onLeave(startIntakeAgain);

/** The draft is about who comes back, or about somebody new; what was filled in about anybody else is gone. */
export function intakeOf(youth: { id: string; name: string } | undefined): void {
  if (youth ? intakeDraft.id === youth.id : !intakeDraft.again) return;
  startIntakeAgain();
  if (youth) Object.assign(intakeDraft, { id: youth.id, name: youth.name, again: true });
}
lostOnReload(() => (intakeDraft.name !== '' && !intakeDraft.again) || intakeDraft.birthDate !== '' || intakeDraft.disability !== undefined);

export function issuesIn(draft: IntakeDraft): Issues {
  const issues: Issues = {};
  if (!draft.name.trim()) issues['name'] = 'nameBlank';
  if (!draft.birthDate) issues['birthDate'] = 'required';
  else if (!fitsAge(draft.birthDate, draft.registeredOn)) issues['birthDate'] = 'ageOutOfRange';
  for (const field of ['gender', 'population', 'entryLevel', 'source', 'disability'] as const) {
    if (!draft[field]) issues[field] = 'choose';
  }
  if (!draft.registeredOn) issues['registeredOn'] = 'required';
  else if (draft.registeredOn > today()) issues['registeredOn'] = 'inTheFuture';
  if (!draft.barriersKnown) issues['barriersKnown'] = 'choose';
  else if (draft.barriersKnown === 'some' && draft.barriers.length === 0) issues['barriers'] = 'choose';
  return issues;
}

/** Catches a mistyped year; nobody is kept out for being too young or too old. */
function fitsAge(birthDate: string, on: string): boolean {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
  return !on || (years >= AGE_MIN_YEARS && years <= AGE_MAX_YEARS);
}

/** Only for a draft without issues. */
export function bodyOf(draft: IntakeDraft): NewYouth {
  const { id, name, birthDate, gender, population, entryLevel, source, registeredOn, disability } = draft;
  return {
    id,
    name: name.trim(),
    source: source!,
    registeredOn,
    intake: {
      birthDate,
      gender: gender!,
      population: population!,
      disability: disability!,
      // What is the main one now cannot be another one too.
      otherDisabilities: draft.otherDisabilities.filter((other) => other !== disability),
      barriers: draft.barriersKnown === 'some' ? [...draft.barriers] : [],
      barriersKnown: draft.barriersKnown !== 'unknown',
      entryLevel: entryLevel!,
    },
  };
}
