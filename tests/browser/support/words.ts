import shellEn from '../../../services/gateway/web/src/i18n/en.ts';
import shellFi from '../../../services/gateway/web/src/i18n/fi.ts';
import shellNl from '../../../services/gateway/web/src/i18n/nl.ts';
import sharedEn from '../../../services/gateway/web/src/i18n/shared.en.ts';
import sharedFi from '../../../services/gateway/web/src/i18n/shared.fi.ts';
import sharedNl from '../../../services/gateway/web/src/i18n/shared.nl.ts';
import signInEn from '../../../services/gateway/web/src/i18n/signin.en.ts';
import signInFi from '../../../services/gateway/web/src/i18n/signin.fi.ts';
import signInNl from '../../../services/gateway/web/src/i18n/signin.nl.ts';
import staffEn from '../../../services/gateway/web/src/i18n/staff.en.ts';
import staffFi from '../../../services/gateway/web/src/i18n/staff.fi.ts';
import staffNl from '../../../services/gateway/web/src/i18n/staff.nl.ts';
import troubleEn from '../../../services/gateway/web/src/i18n/trouble.en.ts';
import troubleFi from '../../../services/gateway/web/src/i18n/trouble.fi.ts';
import troubleNl from '../../../services/gateway/web/src/i18n/trouble.nl.ts';
import youthEn from '../../../services/gateway/web/src/i18n/youth.en.ts';
import youthFi from '../../../services/gateway/web/src/i18n/youth.fi.ts';
import youthNl from '../../../services/gateway/web/src/i18n/youth.nl.ts';

/** The app's own sentences, so that a better sentence does not break a test. */
export const LANGS = ['nl', 'fi', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export const LOCALES: Record<Lang, string> = { nl: 'nl-BE', fi: 'fi-FI', en: 'en-GB' };
/** Each language under its own name, as on the switch. */
export const LANG_NAMES: Record<Lang, string> = { nl: 'Nederlands', fi: 'Suomi', en: 'English' };

type Values = Record<string, string | number>;
type Plural<K extends string> = K extends `${infer Stem}.other` ? Stem : never;

/** Which of the two a sentence of every screen is in only decides when it is loaded. */
const shell = {
  nl: { ...sharedNl, ...shellNl },
  fi: { ...sharedFi, ...shellFi },
  en: { ...sharedEn, ...shellEn },
};
const signIn = {
  nl: { ...troubleNl, ...signInNl },
  fi: { ...troubleFi, ...signInFi },
  en: { ...troubleEn, ...signInEn },
};
const staff = { nl: staffNl, fi: staffFi, en: staffEn };
const youth = { nl: youthNl, fi: youthFi, en: youthEn };

export function wordsOf(lang: Lang) {
  return {
    shell: teller(shell[lang], lang),
    signIn: teller(signIn[lang], lang),
    staff: teller(staff[lang], lang),
    youth: teller(youth[lang], lang),
  };
}
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
