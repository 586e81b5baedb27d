import { route } from '../lib/router.svelte.ts';
import type { Route } from '../lib/routes.ts';
import { sectionIcons } from './lib/icons.ts';
import { tableView } from './tables/view.svelte.ts';
import { t } from './words.ts';

/** How the menu names a section. */
export interface Menu {
  label: () => string;
  /** On a phone. */
  short?: () => string;
  /** An SVG path, 24 × 24. */
  icon: string;
  /** What the address of the section keeps of the one that is open. */
  search?: () => string;
}
export type StaffRole = 'coach' | 'lead' | 'auditor' | 'operator';

const diary = { load: () => import('./coach/Coach.svelte'), stays: true } as const;
const youth = () => import('./lead/YouthPage.svelte');
const centre = () => import('./centres/CentreScreen.svelte');
const controller = () => import('./controller/ControllerPage.svelte');

/** From one table to the other the same choices stay. */
const search = () => (route.path.includes('/table/') ? tableView.search : '');
const tables = (load: Route['load']): Route<Menu>[] => [
  { path: '/table/1', load, params: { table: 1 }, menu: { label: () => t('nav.table1'), short: () => t('nav.table1.short'), icon: sectionIcons.table, search } },
  { path: '/table/2', load, params: { table: 2 }, menu: { label: () => t('nav.table2'), short: () => t('nav.table2.short'), icon: sectionIcons.bars, search } },
];

/** Every screen of staff: those of a role under its name. The menu, and what is loaded when, follow. */
export const ROUTES: Record<StaffRole, Route<Menu>[]> = {
  coach: [
    {
      ...diary,
      path: '',
      menu: { label: () => t('nav.youths'), icon: sectionIcons.people },
      within: [
        { ...diary, path: '/:id' },
        { ...diary, path: '/:id/:part(step|population|closing)' },
      ],
    },
  ],
  lead: [
    {
      path: '',
      load: () => import('./lead/People.svelte'),
      menu: { label: () => t('nav.people'), icon: sectionIcons.people },
      within: [
        { path: '/youth', load: () => import('./lead/NewYouth.svelte') },
        { path: '/coach', load: () => import('./lead/NewCoach.svelte') },
        { path: '/youth/:id', load: youth },
        { path: '/youth/:id/:part(population|closing|again)', load: youth },
        { path: '/youth/:id/request', load: () => import('./requests/PaperRequest.svelte') },
      ],
    },
    ...tables(() => import('./tables/Tables.svelte')),
    {
      path: '/requests',
      load: () => import('./requests/Requests.svelte'),
      menu: { label: () => t('nav.requests'), short: () => t('nav.requests.short'), icon: sectionIcons.question },
      within: [
        { path: '/:id', load: () => import('./requests/RequestPage.svelte') },
        { path: '/:id/certificate', load: () => import('./requests/Certificate.svelte') },
      ],
    },
    { path: '/controller', load: controller },
    {
      path: '/audit-log',
      load: () => import('./audit/AuditLogScreen.svelte'),
      menu: { label: () => t('nav.auditLog'), short: () => t('nav.auditLog.short'), icon: sectionIcons.eye },
    },
  ],
  auditor: [
    {
      path: '',
      load: () => import('./centres/AuditedCentres.svelte'),
      menu: { label: () => t('nav.centres'), icon: sectionIcons.building },
    },
    ...tables(() => import('./centres/AuditedTables.svelte')),
  ],
  operator: [
    {
      path: '',
      load: () => import('./centres/Operator.svelte'),
      menu: { label: () => t('nav.centres'), icon: sectionIcons.building },
      within: [
        { path: '/new', load: () => import('./centres/OpenCentre.svelte') },
        { path: '/platform', load: controller },
        { path: '/centre/:id', load: centre },
        { path: '/centre/:id/:part(lead|controller|erasure)', load: centre },
      ],
    },
    {
      path: '/people',
      load: () => import('./centres/Colleagues.svelte'),
      menu: { label: () => t('nav.colleagues'), short: () => t('nav.people'), icon: sectionIcons.people },
      within: [{ path: '/new', load: () => import('./centres/NewColleague.svelte') }],
    },
  ],
};
