import type { TimelineEntry } from '../../lib/api.ts';

/** What happens beside steps: few entries, with many words (doings.ts). */
export const isBeside = ({ type }: TimelineEntry): boolean => /^(alarm|handover|employer|placement)/.test(type);

/** Whether an entry says more than what happened, or said so before it was erased. */
export const hasFacts = ({ type, source }: TimelineEntry): boolean => Boolean(source) || /^(intake|populationC|closed)/.test(type);
