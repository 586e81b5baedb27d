import type { components } from './api-types.d.ts';

/**
 * The names that screens use for the shapes of the REST API. The shapes themselves
 * are generated: `npm run types` makes api-types.d.ts from docs/openapi.json.
 */
type Schemas = components['schemas'];

export type Role = Schemas['PersonRole'];
export type Lang = Schemas['Language'];
export type Domain = Schemas['LifeDomain'];
export type Category = Schemas['ActionCategory'];
export type Place = Schemas['Place'];
export type Channel = Schemas['Channel'];
export type CoachRole = Schemas['CoachRole'];
export type CoachingStep = Schemas['CoachingStep'];
export type Mode = Schemas['Mode'];
export type Population = Schemas['Population'];

/** Why something is refused. */
export type Reason = Schemas['Reason'];
/** Those reasons that people can meet. */
export type PersonReason = Schemas['PersonReason'];

export type WorkItem = Schemas['WorkItem'];
export type WorkListKind = Schemas['WorkListKind'];

export type Named = Schemas['Named'];
export interface Items<T> {
  items: T[];
}
export interface Page<T> extends Items<T> {
  nextPage: string | null;
}

/** A proxy in between may leave words out that the gateway always gives. */
export type ProblemIssue = Omit<Schemas['Issue'], 'in' | 'detail'> & { in: string; detail?: string };
export type ProblemBody = Omit<Schemas['Problem'], 'issues'> & { issues?: ProblemIssue[] };
export type Session = Schemas['Session'];

export type ExerciseOption = Schemas['ExerciseOption'];
export type ExerciseStep = Schemas['ExerciseStep'];
export type Exercise = Schemas['Exercise'];
export type Answer = Schemas['Answer'];
export type Run = Schemas['Run'];
export type Finding = Schemas['Finding'];
export type Overview = Schemas['Overview'];
export type CoachChoice = Schemas['CoachChoice'];
export type Coaches = Schemas['Coaches'];
export type TimelineStep = Schemas['Step'];
export type TimelineEntry = Schemas['TimelineEntry'];

export type Card = Schemas['StartCard'];
export type NewCard = Schemas['NewCard'];
export type YouthRow = Schemas['YouthRow'];
export type Caseload = Schemas['Caseload'];
export type Youth = Schemas['Youth'];
export type NewStep = Schemas['RegisterStep'];
export type Closing = Schemas['CloseTrajectory'];
export type Move = Schemas['ChangePopulation'];
export type ExitKind = Schemas['ExitKind'];
export type EmploymentForm = Schemas['EmploymentForm'];
export type Intake = Schemas['IntakeInput'];
export type Alarm = Schemas['Alarm'];
export type AlarmSignal = Schemas['AlarmSignal'];
export type ObservedBy = Schemas['ObservedBy'];
export type NewAlarm = Schemas['ObserveAlarm'];
export type Handover = Schemas['Handover'];
export type HandoverTo = Schemas['HandoverTo'];
export type HandoverPart = Schemas['HandoverPart'];
export type NewHandover = Schemas['OfferHandover'];
export type Employer = Schemas['Employer'];
export type EmployerPurpose = Schemas['EmployerPurpose'];
export type NewEmployer = Schemas['RegisterEmployer'];
export type NewContact = Schemas['ContactEmployer'];
export type Placement = Schemas['Placement'];
export type PlacementKind = Schemas['PlacementKind'];
export type PlacementEndReason = Schemas['PlacementEndReason'];
export type Contract = Schemas['Contract'];
export type Sector = Schemas['Sector'];
export type NewPlacement = Schemas['StartPlacement'];
export type EndPlacement = Schemas['EndPlacement'];
export type UnderWay = Schemas['UnderWay'];
export type PersonRow = Schemas['Person'];
export type People = Schemas['People'];
export type NewPerson = Schemas['RegisterPerson'];
export type NewYouth = Schemas['RegisterYouth'];
export type Centre = Schemas['Centre'];
export type DestroyKeys = Schemas['DestroyKeys'];
export type ErasureReason = Schemas['ErasureReason'];
export type BeginAgain = Schemas['BeginAgain'];
export type NewCentre = Schemas['OpenCentre'];
export type Country = Schemas['Country'];
export type Unfinished = Schemas['Unfinished'];
export type MeantWork = Schemas['MeantWork'];
export type AuditLog = Schemas['AuditEntries'];
export type NoticeVersion = Schemas['NoticeVersion'];
export type AuditEntry = Schemas['AuditEntry'];
export type UnusualRule = Schemas['UnusualRule'];
export type ReviewFinding = Schemas['ReviewFinding'];
export type ReviewReading = Schemas['ReviewReading'];
export type Due = Schemas['Due'];
export type DueThing = Schemas['DueThing'];
export type DueKind = Schemas['DueKind'];
export interface AuditQuery {
  person?: string;
  by?: string;
  byOthers?: boolean;
  unusual?: boolean;
  from?: string;
  to?: string;
  asOf?: string;
  limit?: number;
}
export type Consent = Schemas['Consent'];
export type ConsentEntry = Schemas['ConsentEntry'];
export type Consents = Schemas['Consents'];
export type ConsentText = Schemas['ConsentText'];
export type AnswerConsent = Schemas['AnswerConsent'];
export type SharedOverview = Schemas['SharedOverview'];
export type Timeline = Schemas['Timeline'];
export type DataRequest = Schemas['DataRequest'];
export type DataRequests = Schemas['Requests'];
export type DataRight = Schemas['DataRight'];
export type RefusalGround = Schemas['RefusalGround'];
export type ExtensionReason = Schemas['ExtensionReason'];
export type ErasureCertificate = Schemas['ErasureCertificate'];
export type LiftReason = Schemas['LiftReason'];
export type MakeRequest = Schemas['MakeRequest'];
export type Advice = Schemas['Advice'];
export type AdviseRequest = Schemas['AdviseRequest'];
export type Telling = Schemas['Telling'];
export type ToldRecipient = Schemas['ToldRecipient'];
export type OutsideRecipient = Schemas['OutsideRecipient'];
export type LiftingAnnouncement = Schemas['LiftingAnnouncement'];
export type RecipientNotice = Schemas['RecipientNotice'];
export type RecipientNotices = Schemas['Notices'];
export type RetentionClass = Schemas['RetentionClass'];
export type RetentionRun = Schemas['RetentionRun'];
export type RetentionTerm = Schemas['RetentionTerm'];
export type SetRetentionTerm = Schemas['SetRetentionTerm'];
export type Retention = Schemas['Retention'];
export type Kept = Schemas['Kept'];
export type Hold = Schemas['Hold'];
export type HoldGround = Schemas['HoldGround'];
export type PlaceHold = Schemas['PlaceHold'];
export type Ending = Schemas['Ending'];
export type Endings = Schemas['Endings'];
export type Held = Schemas['Held'];
export type Holds = Schemas['Holds'];
export type TermEnd = Schemas['TermEnd'];
export type TermEnds = Schemas['TermEnds'];
export type TermCertificate = Schemas['TermCertificate'];
export type Controller = Schemas['Controller'];
export type ControllerDetails = Schemas['ControllerDetails'];
export type DescribeController = Schemas['DescribeController'];
export type Authority = Schemas['SupervisoryAuthority'];
export type Records = Schemas['Records'];
export type Exit = Schemas['CentreExit'];
export type ExitState = Schemas['ExitState'];
export type BilingualText = Schemas['BilingualText'];
export type BreachRule = Schemas['BreachRule'];
export type SetBreachRule = Schemas['SetBreachRule'];
export type Breach = Schemas['Breach'];
export type Breaches = Schemas['Breaches'];
export type BreachFile = Schemas['BreachFile'];
export type BreachEntry = Schemas['BreachEntry'];
export type BreachClock = Schemas['BreachClock'];
export type BreachClocks = Schemas['BreachClocks'];
export type BreachKind = Schemas['BreachKind'];
export type BreachCause = Schemas['BreachCause'];
export type BreachRisk = Schemas['BreachRisk'];
export type BreachedData = Schemas['BreachedData'];
export type BreachDelay = Schemas['BreachDelay'];
export type BreachState = Schemas['BreachState'];
export type InformedHow = Schemas['InformedHow'];
export type NotNotifiedGround = Schemas['NotNotifiedGround'];
export type NotInformedGround = Schemas['NotInformedGround'];
export type ReportBreach = Schemas['ReportBreach'];
export type Affected = Schemas['Affected'];
export type AffectedPerson = Schemas['AffectedPerson'];
export type TableRow = Schemas['TableRow'];
export type Table = Schemas['Table'];
export interface TableQuery {
  centre?: string;
  population?: Population;
  from?: string;
  to?: string;
  asOf?: string;
}
