import type { AlarmSignal, Contract, EmployerPurpose, HandoverPart, HandoverTo, ObservedBy, PlacementEndReason, PlacementKind, Sector } from '../../lib/api.ts';
import { t, type words } from './code-words.ts';

/** The codes that a coach can choose from, in the order of the contract. */
export const SIGNALS: readonly AlarmSignal[] = ['truancy', 'lowResults', 'neuropsychiatric', 'noMotivation', 'lowConnectedness', 'bullying', 'lateness'];
export const OBSERVERS: readonly ObservedBy[] = ['coach', 'youth', 'school', 'network', 'care'];
export const HANDOVERS_TO: readonly HandoverTo[] = ['coach', 'school', 'pupilGuidance', 'welfare', 'health', 'employmentService', 'youthWork', 'otherCentre'];
export const HANDOVER_PARTS: readonly HandoverPart[] = ['overview', 'actionPlan', 'steps', 'reach'];
export const PURPOSES: readonly EmployerPurpose[] = ['acquaintance', 'vacancy', 'need', 'proposal', 'followUp'];
export const PLACEMENT_KINDS: readonly PlacementKind[] = ['internship', 'ibo', 'job', 'training', 'education', 'selfEmployed'];
export const CONTRACTS: readonly Contract[] = ['permanent', 'fixedTerm', 'agency', 'apprenticeship'];
export const SECTORS: readonly Sector[] = ['healthCare', 'trade', 'ict', 'public', 'nature', 'media', 'culture', 'technology'];
export const END_REASONS: readonly PlacementEndReason[] = ['asAgreed', 'somethingElse', 'stoppedByYouth', 'stoppedByOthers', 'health'];

type Key = Parameters<typeof words.t>[0];

/** Codes with their words, for a group of choices. A code without words does not compile. */
export function choices<P extends string, const V extends string>(prefix: `${P}.${V}` extends Key ? P : never, codes: readonly V[]): { value: V; label: string }[] {
  return codes.map((value) => ({ value, label: t(`${prefix}.${value}` as Key) }));
}
