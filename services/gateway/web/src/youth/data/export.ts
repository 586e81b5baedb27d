import { formatDate, LOCALES } from '../../lib/format.ts';
import { i18n } from '../../lib/i18n.svelte.ts';
import { t as tShell } from '../../lib/words.ts';
import { factsOf, isErased } from '../timeline/facts.ts';
import { t as tFacts } from '../timeline/facts-words.ts';
import { wholeOf as entryTold } from '../timeline/doings.ts';
import { t as tVersion } from '../timeline/version-words.ts';
import { t as tTimeline } from '../timeline/words.ts';
import { t as tYouth } from '../words.ts';
import { toldOf } from './asked.ts';
import { AUTHORITIES, siteOf } from '../../lib/authorities.ts';
import { decidesOf } from './decides.ts';
import { t as tDecides } from './decides-words.ts';
import { t } from './export-words.ts';
import { Html, html, NOTHING, own, sentence, table } from './html.ts';
import { answeredIn, type MyData } from './my-data.ts';
import { t as tMine } from './my-words.ts';
import { readText } from './read.ts';
import { historyText } from './sharing-history.ts';

export { gather } from './my-data.ts';

/**
 * All that there is about a youth as files, made in the browser: no copy of it is kept on the way.
 *
 * Invariant: the page loads nothing and runs nothing, wherever it is opened.
 */
const FORMAT = 'start-to-can.my-data/1';
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #1e2430; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h2 { margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 3px solid #1f5f5b; }
a { color: #1f5f5b; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #ddd6ca; text-align: start; vertical-align: baseline; }
th[scope=row] { width: 11rem; }
tr { break-inside: avoid; }
ul { padding-inline-start: 1.2rem; }
td p, td blockquote { margin: 0; }
blockquote { padding-inline-start: .75rem; border-inline-start: 4px solid #1f5f5b; white-space: pre-line; }
small { color: #555e6e; font-size: .9rem; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } }
`;

/** For another program: everything as the API tells it, and the answers in words. */
export function toJson(data: MyData): string {
  const { madeAt, person, overview, timeline, requests, consents, said, read, people, decides } = data;
  const answers = answeredIn(data).map(({ title, run, questions }) => ({ title, ...run, questions }));
  return `${JSON.stringify({ format: FORMAT, madeAt, person, answers, overview, timeline, requests, sharing: { consents, said }, auditLog: { entries: read, people }, ...decides }, null, 2)}\n`;
}

export function fileName(): string {
  return t('file.name');
}

type Section = 'person' | 'answers' | 'overview' | 'shared' | 'timeline' | 'requests' | 'read' | 'decides';
function headingOf(section: Section): string {
  if (section === 'overview') return tYouth('overview.title');
  return section === 'decides' ? tDecides('decides.title') : t(`file.${section}`);
}

/** To read, print and keep. */
export function toHtml(data: MyData): string {
  const sections: Record<Section, Html> = {
    person: person(data),
    answers: answers(data),
    overview: overview(data),
    shared: shared(data),
    timeline: timeline(data),
    requests: requests(data),
    read: read(data),
    decides: decides(data),
  };
  const all = Object.entries(sections) as [Section, Html][];
  const page = html`<!doctype html>
<html lang="${i18n.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${t('file.title')} · Start To Can</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${t('file.title')}</h1>
<p>${t('file.made', { date: formatDate(data.madeAt) })}</p>
<nav aria-label="${t('file.contents')}"><ul>${all.map(([id]) => html`<li><a href="#${id}">${headingOf(id)}</a></li>`)}</ul></nav>
${all.map(([id, body]) => html`<section aria-labelledby="${id}">\n<h2 id="${id}">${headingOf(id)}</h2>\n${body}\n</section>\n`)}
</main>
</body>
</html>
`;
  return page.text;
}

/** Or that there is nothing. */
const rowsOf = (heads: string[], rows: Html[][]): Html => (rows.length > 0 ? table(heads, rows) : html`<p>${t('file.none')}</p>`);

/** One alone, or each of several in a line. */
const listOf = (said: string[]): Html => (said.length === 1 ? own(said[0]!) : html`<ul>${said.map((one) => html`<li>${own(one)}</li>`)}</ul>`);

function person({ person: { name, centre, avatar, id } }: MyData): Html {
  const facts = { name, centre: centre?.name, avatar, id } as const;
  const rows = (Object.keys(facts) as (keyof typeof facts)[]).filter((key) => facts[key]);
  return table([], rows.map((key) => [html`${t(`file.person.${key}`)}`, own(facts[key]!)]));
}

function answers(data: MyData): Html {
  const heads = [t('file.question'), t('file.answer')];
  const each = answeredIn(data).map(({ title, run, questions }) => {
    const when = t(`file.answers.${run.state}`, { date: formatDate(run.completedAt ?? run.startedAt) });
    const rows = questions.map(({ question, answers: said }) => [html`${question}`, listOf(said)]);
    return html`<h3>${title}</h3>\n<p>${tShell(`domain.${run.domain}`)}. ${when}</p>\n${rowsOf(heads, rows)}\n`;
  });
  return each.length > 0 ? html`${each}` : rowsOf(heads, []);
}

function overview({ overview: found }: MyData): Html {
  const rows = (['want', 'can', 'who'] as const).map((part) => {
    const things = found[part].map(({ label, domain }) => html`<li>${own(label)} <small>${tShell(`domain.${domain}`)}</small></li>`);
    return [html`${tYouth(`overview.${part}`)}`, things.length > 0 ? html`<ul>${things}</ul>` : html`${t('file.none')}`];
  });
  return table([], rows);
}

function shared({ said }: MyData): Html {
  return rowsOf([t('file.day'), t('file.shared.what')], said.map((entry) => [html`${formatDate(entry.occurredOn)}`, html`${historyText(entry)}`]));
}

function timeline(data: MyData): Html {
  const dayOf = remembered(formatDate);
  const rows = data.timeline.map((entry) => {
    const { what, more, who, how, written, wrote, gone, names } = entryTold(entry);
    const { step } = entry;
    const facts = factsOf(entry);
    const parts = [
      html`<p><b>${sentence(what, names)}</b></p>`,
      step?.withdrawn ? html`<p>${tTimeline('timeline.withdrawn')}</p>` : NOTHING,
      ...more.map((line) => html`<p>${sentence(line, names)}</p>`),
      facts.length > 0 ? html`<ul>${facts.map(([name, value]) => html`<li>${name}: ${value}</li>`)}</ul>` : NOTHING,
      gone || isErased(entry) ? html`<p>${tFacts('fact.gone')}</p>` : NOTHING,
      how ? html`<p>${how}</p>` : NOTHING,
      step ? html`<p>${tTimeline(`role.${step.role}`)}</p>` : NOTHING,
      step?.note ? html`<p>${sentence(wrote, names)}</p><blockquote>${own(step.note)}</blockquote>` : NOTHING,
      step?.ownVersion ? html`<p>${tVersion('version.mineOn', { date: dayOf(step.ownVersion.givenOn) })}</p><blockquote>${own(step.ownVersion.words)}</blockquote>` : NOTHING,
    ];
    return [html`${dayOf(entry.occurredOn)}`, html`${parts}`, html`${sentence(who, names)}${written ? `. ${written}` : ''}`];
  });
  return rowsOf([t('file.day'), t('file.what'), t('file.who')], rows);
}

function requests({ requests: asked, today }: MyData): Html {
  const rows = asked.map((request) => {
    const { words, answer, advice } = request;
    const said = (label: string, text: string) => html`<p>${label}</p><blockquote>${own(text)}</blockquote>`;
    return [
      html`${tMine(`right.${request.right}`)}`,
      html`${[
        ...toldOf(request, today).map((one) => html`<p>${one}</p>`),
        words ? said(tMine('asked.words'), words) : NOTHING,
        answer ? said(tMine('asked.answer'), answer) : NOTHING,
        ...advice.map((one) => (one.words ? said(tMine('asked.advice'), one.words) : NOTHING)),
      ]}`,
    ];
  });
  return rowsOf([t('file.asked'), t('file.became')], rows);
}

function read({ read: entries, people }: MyData): Html {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  // One for all of them: making one takes longer than the rest of a line.
  const moment = new Intl.DateTimeFormat(LOCALES[i18n.lang], { dateStyle: 'long', timeStyle: 'short' });
  const rows = entries.map((entry) => [html`${moment.format(new Date(entry.recordedAt))}`, own(readText(entry, names.get(entry.actor)))]);
  return rowsOf([t('file.when'), t('file.what')], rows);
}

function decides({ decides: { controller, authority } }: MyData): Html {
  const told = controller ? NOTHING : html`<p>${tDecides('decides.nobody')}</p>\n`;
  const rows = controller ? decidesOf(controller).map(([what, said]) => [html`${tDecides(`decides.${what}`)}`, listOf(said)]) : [];
  const site = html`${tDecides(`complain.${authority}`)}: <a href="${AUTHORITIES[authority]}">${siteOf(authority)}</a>`;
  return html`${told}${table([], [...rows, [html`${tDecides('complain.where')}`, site]])}`;
}

/** The same is only made once. */
function remembered(make: (given: string) => string): (given: string) => string {
  const known = new Map<string, string>();
  return (given) => known.get(given) ?? (known.set(given, make(given)), known.get(given)!);
}
