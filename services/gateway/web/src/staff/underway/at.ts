import type { Load } from '../../ui/Lazy.svelte';

/** What a coach writes down beside steps, strengths first: each a screen, by the last part of its address. */
const FORMS = {
  placement: () => import('./Placement.svelte'),
  contact: () => import('./Contact.svelte'),
  handover: () => import('./Handover.svelte'),
  alarm: () => import('./Alarm.svelte'),
} satisfies Record<string, Load>;
/** Also when the trajectory ended; reached from what it ends. */
const ALWAYS = { ending: () => import('./Ending.svelte') } satisfies Record<string, Load>;
const ALL: Record<Form, Load> = { ...FORMS, ...ALWAYS };

export type Form = keyof typeof FORMS | keyof typeof ALWAYS;
export const FORM_KEYS = Object.keys(FORMS) as (keyof typeof FORMS)[];

export function formAt(part: string | undefined): Form | undefined {
  return part !== undefined && Object.hasOwn(ALL, part) ? (part as Form) : undefined;
}

/** What loads it, unless it is of no use any more. */
export function loadOf(form: Form, closed: boolean): Load | undefined {
  return closed && !Object.hasOwn(ALWAYS, form) ? undefined : ALL[form];
}
