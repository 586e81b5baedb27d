import type { NewStep, Youth } from '../../lib/api.ts';
import type { Category, Channel, CoachingStep, CoachRole, Mode, Place } from '../../lib/api.ts';
import { lostOnReload } from '../../lib/release.ts';
import { onLeave } from '../../lib/session.svelte.ts';
import { device } from '../../lib/storage.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { MINUTES_MAX, NOTE_MAX_CHARS } from '../lib/codes.ts';
import { today } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/**
 * A step that is being registered.
 *
 * The action is never filled in beforehand, because that is the fact that the tables count.
 * All the rest starts as it was the last time, which is right for most steps.
 */
export interface Draft {
  id: string;
  category: Category | undefined;
  /** Text, as typed: an empty or wrong number must stay visible. */
  minutes: string;
  place: Place | undefined;
  channel: Channel | undefined;
  role: CoachRole | undefined;
  coachingStep: CoachingStep | undefined;
  mode: Mode | undefined;
  occurredOn: string;
  note: string;
}
type Usual = Pick<Draft, 'minutes' | 'place' | 'channel' | 'role' | 'coachingStep' | 'mode'>;

/** Codes only: nothing on the device says who a step was about. */
const USUAL_KEY = 'stc.step.usual';
const USUAL_FIRST: Usual = {
  minutes: '45',
  place: 'school',
  channel: 'faceToFace',
  role: undefined,
  coachingStep: undefined,
  mode: 'individual',
};

/** What was typed for a youth stays while the coach looks at another one. */
const drafts = new Map<string, Draft>();
onLeave(() => drafts.clear());
lostOnReload(() => [...drafts.values()].some(({ category, note }) => category !== undefined || note !== ''));

export function draftOf(youth: Youth): Draft {
  const found = drafts.get(youth.id);
  if (found) return found;
  const draft = $state(freshDraft(youth, usual()));
  drafts.set(youth.id, draft);
  return draft;
}

export function freshDraft(youth: Pick<Youth, 'currentRole'>, last: Usual): Draft {
  return {
    ...last,
    // The role is an agreement with this youth, so theirs goes before a habit of the coach.
    role: youth.currentRole ?? last.role,
    id: uuidV7(),
    category: undefined,
    occurredOn: today(),
    note: '',
  };
}

/** Takes a step that was refused into the form again, as it was written. */
export function takeAgain(youth: Youth, { minutes, note, ...step }: NewStep): void {
  Object.assign(draftOf(youth), { ...step, id: uuidV7(), minutes: String(minutes), note: note ?? '' });
}

/** After saving: remembers what is usual and starts an empty step. */
export function startAgain(draft: Draft, youth: Youth): void {
  const { minutes, place, channel, role, coachingStep, mode } = draft;
  device.put(USUAL_KEY, JSON.stringify({ minutes, place, channel, role, coachingStep, mode }));
  Object.assign(draft, freshDraft({ ...youth, currentRole: role ?? null }, usual()));
}

/** Choices that can only mean one thing for another field set it too; all stay visible and can be changed. */
export function follow(draft: Draft, changed: 'category' | 'place'): void {
  if (changed === 'category') {
    if (draft.category === 'groupEmpowerment') draft.mode = 'group';
    if (draft.category === 'individualEmpowerment') draft.mode = 'individual';
  } else if (draft.place === 'online' && draft.channel === 'faceToFace') {
    draft.channel = 'video';
  } else if (draft.place !== 'online' && draft.channel === 'video') {
    draft.channel = 'faceToFace';
  }
}

/** What the form can already tell before asking the server, which checks everything again. */
export function issuesIn(draft: Draft): Issues {
  const issues: Issues = {};
  for (const field of ['category', 'place', 'channel', 'role', 'coachingStep', 'mode'] as const) {
    if (!draft[field]) issues[field] = 'choose';
  }
  const minutes = Number(draft.minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_MAX) issues['minutes'] = 'minutesOutOfRange';
  if (!draft.occurredOn) issues['occurredOn'] = 'required';
  else if (draft.occurredOn > today()) issues['occurredOn'] = 'inTheFuture';
  if (draft.note.length > NOTE_MAX_CHARS) issues['note'] = 'noteTooLong';
  return issues;
}

/** Only for a draft without issues. */
export function bodyOf(draft: Draft): NewStep {
  const { id, category, place, channel, role, coachingStep, mode, occurredOn } = draft;
  const note = draft.note.trim();
  return {
    id,
    category: category!,
    place: place!,
    channel: channel!,
    role: role!,
    coachingStep: coachingStep!,
    mode: mode!,
    occurredOn,
    minutes: Number(draft.minutes),
    ...(note && { note }),
  };
}

function usual(): Usual {
  return { ...USUAL_FIRST, ...device.read(USUAL_KEY, isUsual) };
}

/** What an older version, or somebody else, put there may be anything. */
function isUsual(value: unknown): value is Partial<Usual> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, one]) => Object.hasOwn(USUAL_FIRST, key) && typeof one === 'string');
}
