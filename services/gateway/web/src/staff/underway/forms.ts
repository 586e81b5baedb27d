import type {
  AlarmSignal,
  Channel,
  Contract,
  EmployerPurpose,
  EmploymentForm,
  EndPlacement,
  HandoverPart,
  HandoverTo,
  NewAlarm,
  NewContact,
  NewEmployer,
  NewHandover,
  NewPlacement,
  ObservedBy,
  Placement,
  PlacementEndReason,
  PlacementKind,
  Sector,
} from '../../lib/api.ts';
import { StartPlacement } from '../../lib/limits.ts';
import { MINUTES_MAX } from '../lib/codes.ts';
import { dayIssue } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/**
 * What a coach fills in beside coaching steps: each draft, what it lacks, and the command that it becomes.
 *
 * No code is chosen beforehand, since a default would be an invented fact. The server checks everything again.
 */
export type AlarmDraft = { id: string; signal: AlarmSignal | undefined; observedBy: ObservedBy | undefined; occurredOn: string; action: string };
export type HandoverDraft = { id: string; to: HandoverTo | undefined; name: string; parts: HandoverPart[]; words: string };
/** An employer of the list, or a new one. */
export type EmployerDraft = {
  employer: string;
  isNew: boolean;
  newEmployer: string;
  employerName: string;
  employerMunicipality: string;
  employerSector: Sector | undefined;
};
export type ContactDraft = EmployerDraft & {
  id: string;
  purpose: EmployerPurpose | undefined;
  channel: Channel | undefined;
  /** Text, as typed: a wrong number must stay visible. */
  minutes: string;
  occurredOn: string;
};
export type PlacementDraft = EmployerDraft & {
  id: string;
  kind: PlacementKind | undefined;
  hours: string;
  paid: 'yes' | 'no' | undefined;
  form: EmploymentForm | undefined;
  contract: Contract | undefined;
  sector: Sector | undefined;
  occurredOn: string;
};
export type EndingDraft = { occurredOn: string; reason: PlacementEndReason | undefined };

export const HOURS = StartPlacement.weeklyHours;
/** As of a step: the field is the same. */
const MINUTES = { min: 1, max: MINUTES_MAX };

/** The fields in which nothing is chosen yet. */
function unchosen<D>(draft: D, fields: (keyof D & string)[]): Issues {
  return Object.fromEntries(fields.filter((field) => draft[field] === undefined).map((field) => [field, 'choose']));
}

function dayIssues(day: string, since: string): Issues {
  const issue = dayIssue(day, since);
  return issue ? { occurredOn: issue } : {};
}

const whole = (typed: string, { min, max }: { min: number; max: number }) => {
  const number = Number(typed.trim() || Number.NaN);
  return Number.isInteger(number) && number >= min && number <= max;
};

/** What somebody wrote, if it is more than room. */
const said = <K extends string>(field: K, text: string) => (text.trim() ? ({ [field]: text.trim() } as Record<K, string>) : {});

export function alarmIssues(draft: AlarmDraft, since: string): Issues {
  return { ...unchosen(draft, ['signal', 'observedBy']), ...dayIssues(draft.occurredOn, since) };
}
export function alarmBody({ id, signal, observedBy, occurredOn, action }: AlarmDraft): NewAlarm {
  return { id, signal: signal!, observedBy: observedBy!, occurredOn, ...said('action', action) };
}

export function handoverIssues(draft: HandoverDraft): Issues {
  return {
    ...unchosen(draft, ['to']),
    ...(!draft.name.trim() && { name: 'nameBlank' }),
    ...(draft.parts.length === 0 && { parts: 'nothingPassedOn' }),
  };
}
export function handoverBody({ id, to, name, parts, words }: HandoverDraft): NewHandover {
  return { id, to: to!, name: name.trim(), parts: [...parts], ...said('words', words) };
}

/** A new employer lacks what it is known by; one of the list is there or not. */
export function employerIssues(draft: EmployerDraft, wanted: boolean): Issues {
  if (!draft.isNew) return wanted && !draft.employer ? { employer: 'choose' } : {};
  return {
    ...(!draft.employerName.trim() && { employerName: 'nameBlank' }),
    ...(!draft.employerMunicipality.trim() && { employerMunicipality: 'required' }),
    ...unchosen(draft, ['employerSector']),
  };
}
export function employerBody({ newEmployer, employerName, employerMunicipality, employerSector }: EmployerDraft): NewEmployer {
  return { id: newEmployer, name: employerName.trim(), municipality: employerMunicipality.trim(), sector: employerSector! };
}

export function contactIssues(draft: ContactDraft, since: string): Issues {
  return {
    ...employerIssues(draft, true),
    ...unchosen(draft, ['purpose', 'channel']),
    ...(!whole(draft.minutes, MINUTES) && { minutes: 'minutesOutOfRange' }),
    ...dayIssues(draft.occurredOn, since),
  };
}
export function contactBody({ id, employer, purpose, channel, minutes, occurredOn }: ContactDraft): NewContact {
  return { id, employer, purpose: purpose!, channel: channel!, minutes: Number(minutes), occurredOn };
}

export function placementIssues(draft: PlacementDraft, since: string): Issues {
  return {
    ...unchosen(draft, ['kind']),
    ...employerIssues(draft, false),
    ...(!whole(draft.hours, HOURS) && { weeklyHours: 'hoursOutOfRange' }),
    ...unchosen(draft, ['paid']),
    ...dayIssues(draft.occurredOn, since),
  };
}
/** Only for a draft without issues. What was filled in for a job does not go with anything else. */
export function placementBody(draft: PlacementDraft): NewPlacement {
  const { id, kind, employer, hours, paid, form, contract, sector, occurredOn } = draft;
  return {
    ...{ id, kind: kind!, weeklyHours: Number(hours), paid: paid === 'yes', occurredOn },
    ...(employer && { employer }),
    ...(sector && { sector }),
    ...(kind === 'job' && { ...(form && { form }), ...(contract && { contract }) }),
  };
}

export function endingIssues(draft: EndingDraft, { startedOn }: Placement): Issues {
  const day = dayIssue(draft.occurredOn, startedOn);
  return {
    ...(day && { occurredOn: day === 'beforeRegistration' ? 'beforePlacement' : day }),
    ...unchosen(draft, ['reason']),
  };
}
export function endingBody({ occurredOn, reason }: EndingDraft): EndPlacement {
  return { occurredOn, reason: reason! };
}
