/**
 * The REST contract as types. `paths` has the shape that openapi-typescript
 * generates, so that the client does not change when the generated file takes
 * its place; the names below stay the ones that screens use.
 */
export type Role = 'youth' | 'coach' | 'lead' | 'auditor' | 'operator';
export type Lang = 'nl' | 'fi' | 'en';
export type Domain = 'housing' | 'relationships' | 'health' | 'finances' | 'learning' | 'leisure' | 'work';
export type Category =
  | 'intake'
  | 'stcTool'
  | 'firstMeeting'
  | 'individualEmpowerment'
  | 'groupEmpowerment'
  | 'actionPlan'
  | 'networkIntervention'
  | 'internshipMediation'
  | 'internshipCoaching'
  | 'jobMediation'
  | 'btomRequest'
  | 'ipsJobCoaching';
export type Place =
  | 'school'
  | 'centre'
  | 'jobCentre'
  | 'dropInHouse'
  | 'home'
  | 'workplace'
  | 'outdoors'
  | 'online'
  | 'office';
export type Channel = 'faceToFace' | 'phone' | 'video' | 'chat' | 'email';
export type CoachRole = 'advocate' | 'assistant' | 'inspirer' | 'bridgeBuilder';
export type CoachingStep = 'whatBringsYou' | 'whereTo' | 'whatWorks' | 'firstStep';
export type Mode = 'individual' | 'group';
export type Population = 'education' | 'neet';

export interface Named {
  id: string;
  name: string;
}
export interface Items<T> {
  items: T[];
}
export interface Page<T> extends Items<T> {
  nextPage: string | null;
}

export interface ProblemIssue {
  in: string;
  name: string;
  reason: string;
  detail?: string;
}
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  reason?: string;
  issues?: ProblemIssue[];
  expectedRevision?: number;
  actualRevision?: number;
}

export interface Session {
  person: { id: string; role: Role; name: string; avatar: string | null; centre: Named | null };
  csrfToken: string;
  expiresAt: string;
  synthetic: boolean;
}

export interface ExerciseOption {
  id: string;
  label: string;
  picture: string | null;
}
export interface ExerciseStep {
  id: string;
  question: string;
  hint: string;
  pickMin: number;
  pickMax: number;
  overview: 'want' | 'can' | 'who' | null;
  ownAllowed: boolean;
  options: ExerciseOption[];
}
export interface Exercise {
  id: string;
  version: number;
  domain: Domain;
  kind: string;
  title: string;
  goal: string;
  minutes: number;
  picture: string | null;
  steps: ExerciseStep[];
}

export interface Answer {
  step: string;
  options: string[];
  own: string | null;
}
export interface Run {
  id: string;
  exercise: string;
  version: number;
  domain: Domain;
  state: 'open' | 'completed';
  answers: Answer[];
  startedAt: string;
  completedAt: string | null;
  revision: number;
}

export interface Finding {
  domain: Domain;
  exercise: string;
  step: string;
  option: string | null;
  own: string | null;
  label: string;
  picture: string | null;
}
export interface Overview {
  want: Finding[];
  can: Finding[];
  who: Finding[];
}

export interface CoachChoice {
  id: string;
  name: string;
  avatar: string | null;
  hasRoom: boolean;
}
export interface Coaches extends Items<CoachChoice> {
  chosen: string | null;
  revision: number;
}

export interface TimelineStep {
  id: string;
  category: Category;
  minutes: number;
  place: Place;
  channel: Channel;
  role: CoachRole;
  coachingStep: CoachingStep;
  mode: Mode;
  note: string | null;
  withdrawn: boolean;
}
export interface TimelineEntry {
  position: number;
  occurredOn: string;
  recordedAt: string;
  type: 'registered' | 'coachChosen' | 'step' | 'exerciseCompleted' | 'avatarChosen' | 'closed';
  actor: { role: string; name: string | null };
  coach?: Named;
  step?: TimelineStep;
  exercise?: { id: string; domain: Domain; title: string };
}
