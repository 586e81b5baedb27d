import type {
  Category,
  Channel,
  CoachingStep,
  CoachRole,
  EmploymentForm,
  ExitKind,
  Mode,
  Place,
  Population,
} from '../../lib/api.ts';
import { RegisterStep } from '../../lib/limits.ts';

/**
 * The codes a staff member can choose from, in the order of the paper.
 * The order is fixed: a hand finds a chip again where it was yesterday.
 */
export const CATEGORIES: readonly Category[] = [
  'intake',
  'stcTool',
  'firstMeeting',
  'individualEmpowerment',
  'groupEmpowerment',
  'actionPlan',
  'networkIntervention',
  'internshipMediation',
  'internshipCoaching',
  'jobMediation',
  'btomRequest',
  'ipsJobCoaching',
];
export const PLACES: readonly Place[] = [
  'school',
  'centre',
  'jobCentre',
  'dropInHouse',
  'home',
  'workplace',
  'outdoors',
  'online',
  'office',
];
export const CHANNELS: readonly Channel[] = ['faceToFace', 'phone', 'video', 'chat', 'email'];
export const MODES: readonly Mode[] = ['individual', 'group'];
export const COACH_ROLES: readonly CoachRole[] = ['advocate', 'assistant', 'inspirer', 'bridgeBuilder'];
export const COACHING_STEPS: readonly CoachingStep[] = ['whatBringsYou', 'whereTo', 'whatWorks', 'firstStep'];

export const EXIT_KINDS: readonly ExitKind[] = [
  'job',
  'diploma',
  'education',
  'training',
  'selfEmployed',
  'stoppedByYouth',
  'moved',
  'other',
  'unknown',
];
export const EMPLOYMENT_FORMS: readonly EmploymentForm[] = [
  'collectiveCustomised',
  'individualCustomised',
  'regularWithPremium',
  'regular',
];

export const POPULATIONS: readonly Population[] = ['education', 'neet'];
export const GENDERS = ['male', 'female', 'unknown'] as const;
export const SOURCES = [
  'school',
  'learningSupportCentre',
  'clb',
  'welfare',
  'vdab',
  'youthWork',
  'selfReferral',
  'network',
] as const;
export const DISABILITIES = ['mental', 'learning', 'motor', 'hearing', 'visual', 'otherHealth', 'unknown'] as const;
export const BARRIERS = ['poverty', 'language', 'network', 'mobility', 'other'] as const;
/** Grouped as table 5 of the paper groups them. */
export const ENTRY_LEVELS = {
  special: ['ov1', 'ov2', 'ov3', 'ov4', 'abo'],
  inclusive: ['aso', 'kso', 'tso', 'bso', 'dbso', 'okan'],
  after: ['vet', 'higher', 'university', 'adultEducation', 'earlyLeaver'],
  other: ['primary', 'unknown'],
} as const;

export const MINUTES_USUAL = [15, 30, 45, 60] as const;
export const MINUTES_MAX = RegisterStep.minutes.max;
export const NOTE_MAX_CHARS = RegisterStep.note.max;
/** From the IPS guideline of weekly contact: a week of silence asks for a sign of life. */
export const QUIET_AFTER_DAYS = 7;
export const CASELOAD_PER_FTE = 20;
export const AGE_MIN_YEARS = 12;
export const AGE_MAX_YEARS = 67;
