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
  /** What stands beside it is a number, which a phone shows too. */
  counts?: true;
  /** What the address of the section keeps of the one that is open. */
  search?: () => string;
}
export type StaffRole = 'coach' | 'lead' | 'officer' | 'auditor' | 'operator';

const diary = { load: () => import('./coach/Coach.svelte'), stays: true } as const;
const youth = () => import('./lead/YouthPage.svelte');
const centre = () => import('./centres/CentreScreen.svelte');
const controller = () => import('./controller/ControllerPage.svelte');

const access = { path: '/access', load: () => import('./accountability/AccessList.svelte') };
const assessment = { path: '/assessment', load: () => import('./accountability/Assessment.svelte') };

const report = () => import('./breaches/ReportBreach.svelte');

/** The files of breaches, for whoever answers for a centre; reached from the requests. */
const breaches: Route<Menu> = {
  path: '/breaches',
  load: () => import('./breaches/Breaches.svelte'),
  within: [
    { path: '/new', load: report },
    { path: '/:id', load: () => import('./breaches/BreachPage.svelte') },
    { path: '/:id/affected', load: () => import('./breaches/AffectedPage.svelte') },
    { path: '/:id/message', load: () => import('./breaches/Message.svelte') },
  ],
};
/** How long what is kept, what ends and what is held; reached from the requests and the week. */
const retention = (more: Route<Menu>[] = []): Route<Menu> => ({
  path: '/retention',
  load: () => import('./retention/Retention.svelte'),
  within: [...more, { path: '/:id/certificate', load: () => import('./retention/TermCertificate.svelte') }],
});
const week = () => import('./due/Week.svelte');
const weekMenu: Menu = { label: () => t('nav.week'), short: () => t('nav.week.short'), icon: sectionIcons.week, counts: true };
const requests = (more: Route<Menu>[] = []): Route<Menu> => ({
  path: '/requests',
  load: () => import('./requests/Requests.svelte'),
  menu: { label: () => t('nav.requests'), short: () => t('nav.requests.short'), icon: sectionIcons.question },
  within: [
    ...more,
    { path: '/:id', load: () => import('./requests/RequestPage.svelte') },
    { path: '/:id/certificate', load: () => import('./requests/Certificate.svelte') },
  ],
});
const auditLog: Route<Menu> = {
  path: '/audit-log',
  load: () => import('./audit/AuditLogScreen.svelte'),
  menu: { label: () => t('nav.auditLog'), short: () => t('nav.auditLog.short'), icon: sectionIcons.eye },
};

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
        { ...diary, path: '/:id/:part(step|population|closing|placement|contact|handover|alarm)' },
        { ...diary, path: '/:id/:part(ending)/:thing' },
      ],
    },
    {
      path: '/todo',
      load: () => import('./worklist/WorkList.svelte'),
      menu: { label: () => t('nav.todo'), icon: sectionIcons.week, counts: true },
    },
  ],
  lead: [
    {
      path: '',
      load: () => import('./lead/People.svelte'),
      menu: { label: () => t('nav.people'), icon: sectionIcons.people },
      within: [
        { path: '/youth', load: () => import('./lead/NewYouth.svelte') },
        { path: '/:role(coach|officer)', load: () => import('./lead/NewStaff.svelte') },
        { path: '/youth/:id', load: youth },
        { path: '/youth/:id/:part(population|closing|again)', load: youth },
        { path: '/youth/:id/request', load: () => import('./requests/PaperRequest.svelte') },
        { path: '/youth/:id/sharing', load: () => import('./consents/PaperConsents.svelte') },
      ],
    },
    ...tables(() => import('./tables/Tables.svelte')),
    { path: '/week', load: week, menu: weekMenu },
    requests(),
    { path: '/controller', load: controller, within: [access, assessment] },
    { path: '/exit', load: () => import('./exit/LeadExit.svelte') },
    auditLog,
    breaches,
    retention([{ path: '/:id', load: () => import('./retention/HoldPage.svelte') }]),
  ],
  officer: [
    { path: '', load: week, menu: weekMenu },
    requests([{ path: '/new', load: () => import('./requests/PostRequest.svelte') }]),
    auditLog,
    {
      path: '/breaches',
      load: () => import('./breaches/Breaches.svelte'),
      within: [{ path: '/:id', load: () => import('./breaches/BreachPage.svelte') }],
    },
    retention(),
    {
      path: '/controller',
      load: controller,
      menu: { label: () => t('nav.controller'), short: () => t('nav.controller.short'), icon: sectionIcons.building },
      within: [{ path: '/notice', load: () => import('./controller/NoticePage.svelte') }, access, assessment],
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
        { path: '/platform/access', load: access.load },
        { path: '/centre/:id', load: centre },
        { path: '/centre/:id/:part(lead|controller|erasure|access|breach-rule|exit|exit-certificate)', load: centre },
      ],
    },
    {
      path: '/people',
      load: () => import('./centres/Colleagues.svelte'),
      menu: { label: () => t('nav.colleagues'), short: () => t('nav.people'), icon: sectionIcons.people },
      within: [{ path: '/new', load: () => import('./centres/NewColleague.svelte') }],
    },
    {
      path: '/breaches',
      load: () => import('./breaches/Clocks.svelte'),
      menu: { label: () => t('nav.breaches'), short: () => t('nav.breaches.short'), icon: sectionIcons.alert },
      within: [{ path: '/new', load: report }],
    },
  ],
};
