import type { Command, Read } from './api-paths.ts';
import type { CoachRole, Named, Page, Population, Role, TimelineEntry, TimelineStep } from './api.ts';

export interface Card {
  code: string;
  url: string;
  qrSvg: string;
}
export interface NewCard {
  id: string;
  card: Card;
}
export interface YouthRow {
  id: string;
  name: string;
  avatar: string | null;
  population: Population;
  since: string;
  lastContactOn: string | null;
  daysWithoutContact: number | null;
  exercisesCompleted: number;
  steps: number;
}
export interface Caseload {
  items: YouthRow[];
  caseload: { count: number; limit: number };
}
export interface Youth {
  id: string;
  name: string;
  avatar: string | null;
  population: Population;
  source: string;
  since: string;
  coach: Named | null;
  currentRole: CoachRole | null;
  revision: number;
}
export type NewStep = Omit<TimelineStep, 'withdrawn' | 'note'> & { occurredOn: string; note?: string };

export interface Intake {
  birthDate: string;
  gender: string;
  population: Population;
  disability: string;
  otherDisabilities: string[];
  /** null: not known, which is something else than none. */
  barriers: string[] | null;
  entryLevel: string;
  source: string;
  registeredOn: string;
}
export interface PersonRow {
  id: string;
  role: Role;
  name: string;
  avatar: string | null;
  since: string;
  hasCard: boolean;
  lastSignInOn: string | null;
  fte: number | null;
}
export interface People extends Page<PersonRow> {
  total: number;
}
export interface NewPerson {
  id: string;
  role: 'youth' | 'coach' | 'auditor';
  name: string;
  fte?: number;
  intake?: Intake;
}

export interface Centre extends Named {
  language: string;
}
export interface NewCentre extends Centre {
  lead: Named;
}
export interface TableQuery {
  centre?: string;
  population?: Population;
  from?: string;
  to?: string;
  asOf?: string;
}
export interface TableRow {
  code: string;
  values: number[];
}
export interface Table {
  table: 1 | 2;
  definition: string;
  centre: Named | null;
  population: Population | null;
  from: string;
  to: string;
  asOf: { requested: string | null; position: number; recordedAt: string | null };
  roundedTo: number | null;
  persons: number;
  columns: { group: string; code: string }[];
  rows: TableRow[];
  extraRows: TableRow[];
  total: TableRow;
  hash: string;
  activity?: {
    category: string;
    persons: number;
    actions: number;
    minutes: number;
    firstOn: string | null;
    lastOn: string | null;
  }[];
}

type Id = { id: string };
type None = Record<never, never>;

export interface StaffPaths {
  '/youths': Read<Caseload, None, { q?: string }>;
  '/youths/{id}': Read<Youth, Id>;
  '/youths/{id}/timeline': Read<Page<TimelineEntry>, Id, { page?: string }>;
  '/youths/{id}/steps': Command<'post', NewStep, TimelineEntry, Id>;
  '/youths/{id}/steps/{step}/withdrawal': Command<'post', None, undefined, Id & { step: string }>;
  '/people': Read<People, None, { role?: Role; q?: string; page?: string }> & Command<'post', NewPerson, NewCard>;
  '/people/{id}/cards': Command<'post', None, Card, Id>;
  '/tables/1': Read<Table, None, TableQuery>;
  '/tables/2': Read<Table, None, TableQuery>;
  '/centres': Read<{ items: Centre[] }> & Command<'post', NewCentre, NewCard>;
}
