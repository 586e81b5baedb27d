import { reasonWords } from '../../../services/gateway/web/src/lib/reason-words.ts';
import type { Dictionary } from '../../../services/gateway/web/src/lib/sentences.ts';
import { sharedWords } from '../../../services/gateway/web/src/lib/shared-words.ts';
import { words as ofShell } from '../../../services/gateway/web/src/lib/words.ts';
import { troubleWords } from '../../../services/gateway/web/src/signin/trouble-words.ts';
import { signInWords } from '../../../services/gateway/web/src/signin/words.ts';
import { words as documents } from '../../../services/gateway/web/src/staff/accountability/words.ts';
import { words as audit } from '../../../services/gateway/web/src/staff/audit/words.ts';
import { words as affected } from '../../../services/gateway/web/src/staff/breaches/affected-words.ts';
import { words as letter } from '../../../services/gateway/web/src/staff/breaches/message-words.ts';
import { words as rule } from '../../../services/gateway/web/src/staff/breaches/rule-words.ts';
import { words as breaches } from '../../../services/gateway/web/src/staff/breaches/words.ts';
import { words as centres } from '../../../services/gateway/web/src/staff/centres/words.ts';
import { words as charts } from '../../../services/gateway/web/src/staff/charts/words.ts';
import { words as coachList } from '../../../services/gateway/web/src/staff/coach/list-words.ts';
import { words as coach } from '../../../services/gateway/web/src/staff/coach/words.ts';
import { words as consents } from '../../../services/gateway/web/src/staff/consents/words.ts';
import { words as shared } from '../../../services/gateway/web/src/staff/coach/shared-words.ts';
import { words as controller } from '../../../services/gateway/web/src/staff/controller/words.ts';
import { words as due } from '../../../services/gateway/web/src/staff/due/words.ts';
import { words as gone } from '../../../services/gateway/web/src/staff/exit/certificate-words.ts';
import { words as exit } from '../../../services/gateway/web/src/staff/exit/words.ts';
import { words as lead } from '../../../services/gateway/web/src/staff/lead/words.ts';
import { words as codes } from '../../../services/gateway/web/src/staff/lib/words.ts';
import { words as notices } from '../../../services/gateway/web/src/staff/notices/words.ts';
import { words as parts } from '../../../services/gateway/web/src/staff/parts/words.ts';
import { words as advice } from '../../../services/gateway/web/src/staff/requests/advice-words.ts';
import { words as certificate } from '../../../services/gateway/web/src/staff/requests/certificate-words.ts';
import { words as post } from '../../../services/gateway/web/src/staff/requests/post-words.ts';
import { words as told } from '../../../services/gateway/web/src/staff/requests/told-words.ts';
import { words as requests } from '../../../services/gateway/web/src/staff/requests/words.ts';
import { words as kept } from '../../../services/gateway/web/src/staff/retention/short-words.ts';
import { words as retention } from '../../../services/gateway/web/src/staff/retention/words.ts';
import { words as tables } from '../../../services/gateway/web/src/staff/tables/words.ts';
import { words as waits } from '../../../services/gateway/web/src/staff/trajectory/waiting-words.ts';
import { words as trajectory } from '../../../services/gateway/web/src/staff/trajectory/words.ts';
import { words as underWayCodes } from '../../../services/gateway/web/src/staff/underway/code-words.ts';
import { words as underWayForms } from '../../../services/gateway/web/src/staff/underway/form-words.ts';
import { words as underWayTold } from '../../../services/gateway/web/src/staff/underway/told-words.ts';
import { words as underWay } from '../../../services/gateway/web/src/staff/underway/words.ts';
import { words as worklist } from '../../../services/gateway/web/src/staff/worklist/words.ts';
import { words as ofStaff } from '../../../services/gateway/web/src/staff/words.ts';
import { words as avatar } from '../../../services/gateway/web/src/youth/avatar/words.ts';
import { words as ask } from '../../../services/gateway/web/src/youth/data/ask-words.ts';
import { words as decides } from '../../../services/gateway/web/src/youth/data/decides-words.ts';
import { words as erasing } from '../../../services/gateway/web/src/youth/data/erasing-words.ts';
import { words as file } from '../../../services/gateway/web/src/youth/data/export-words.ts';
import { words as mine } from '../../../services/gateway/web/src/youth/data/my-words.ts';
import { words as notice } from '../../../services/gateway/web/src/youth/data/notice-words.ts';
import { words as sharing } from '../../../services/gateway/web/src/youth/data/sharing-words.ts';
import { words as take } from '../../../services/gateway/web/src/youth/data/take-words.ts';
import { words as toldToYouth } from '../../../services/gateway/web/src/youth/data/told-words.ts';
import { words as until } from '../../../services/gateway/web/src/youth/data/until-words.ts';
import { words as data } from '../../../services/gateway/web/src/youth/data/words.ts';
import { words as done } from '../../../services/gateway/web/src/youth/exercise/done-words.ts';
import { words as exercise } from '../../../services/gateway/web/src/youth/exercise/words.ts';
import { words as doing } from '../../../services/gateway/web/src/youth/timeline/doing-words.ts';
import { words as facts } from '../../../services/gateway/web/src/youth/timeline/facts-words.ts';
import { words as handover } from '../../../services/gateway/web/src/youth/timeline/handover-words.ts';
import { words as version } from '../../../services/gateway/web/src/youth/timeline/version-words.ts';
import { words as timeline } from '../../../services/gateway/web/src/youth/timeline/words.ts';
import { words as ofYouth } from '../../../services/gateway/web/src/youth/words.ts';

/** The app's own sentences, so that a better sentence does not break a test. */
export const LANGS = ['nl', 'fi', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export const LOCALES: Record<Lang, string> = { nl: 'nl-BE', fi: 'fi-FI', en: 'en-GB' };
/** Each language under its own name, as on the switch. */
export const LANG_NAMES: Record<Lang, string> = { nl: 'Nederlands', fi: 'Suomi', en: 'English' };

type Values = Record<string, string | number>;
type Plural<K extends string> = K extends `${infer Stem}.other` ? Stem : never;

/** All sentences of these dictionaries, in every language; of one key the last. Which of them it is in only decides when it is loaded. */
async function all<D extends Dictionary<any>[]>(...dictionaries: D): Promise<Record<Lang, Record<KeyOf<D[number]>, string>>> {
  const each = LANGS.map(async (lang) => [lang, Object.assign({}, ...(await Promise.all(dictionaries.map((one) => one.of(lang)))))]);
  return Object.fromEntries(await Promise.all(each));
}
type KeyOf<D> = D extends Dictionary<infer K> ? K : never;

const shell = await all(reasonWords, sharedWords, ofShell);
const signIn = await all(troubleWords, signInWords);
const staff = await all(ofStaff, codes, parts, coachList, coach, shared, lead, consents, waits, trajectory, tables, charts, audit, breaches, affected, letter, requests, advice, told, notices, post, due, certificate, controller, centres, documents, rule, exit, gone, kept, retention, underWay, underWayCodes, underWayForms, underWayTold, worklist);
const youth = await all(ofYouth, exercise, done, avatar, timeline, facts, doing, handover, version, data, mine, ask, take, sharing, decides, erasing, file, notice, toldToYouth, until);

export function wordsOf(lang: Lang) {
  return {
    shell: teller(shell[lang], lang),
    signIn: teller(signIn[lang], lang),
    staff: teller(staff[lang], lang),
    youth: teller(youth[lang], lang),
  };
}
export type StaffKey = keyof (typeof staff)['nl'];
export type Words = ReturnType<typeof wordsOf>;

function teller<K extends string>(sentences: Record<K, string>, lang: Lang) {
  function t(key: K, values: Values = {}): string {
    return sentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }
  function count(stem: Plural<K>, many: number, values: Values = {}): string {
    const form = new Intl.PluralRules(lang).select(many) === 'one' ? 'one' : 'other';
    return t(`${stem}.${form}` as K, { count: many, ...values });
  }
  return Object.assign(t, { count });
}
