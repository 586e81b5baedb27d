import { dictionary } from '../../lib/sentences.ts';

/** The figure that stands for a youth. */
export const words = dictionary({
  // Figure
  'avatar.title': {
    nl: 'Kies je avatar',
    fi: 'Valitse hahmosi',
    en: 'Choose your character',
  },
  'avatar.lead': {
    nl: 'Zo zien anderen jou in Start To Can. Je kan het later altijd veranderen.',
    fi: 'Muut näkevät sinut tällaisena Start To Canissa. Voit aina muuttaa hahmoa myöhemmin.',
    en: 'This is how others see you in Start To Can. You can always change it later.',
  },
  'avatar.notice': { nl: 'Wat doen we met je gegevens? Lees het hier.', fi: 'Mitä tiedoillesi tehdään? Lue täältä.', en: 'What do we do with your data? Read it here.' },
  'avatar.ready': {
    nl: 'Kies iemand',
    fi: 'Valitse joku',
    en: 'Choose somebody',
  },
  'avatar.change': {
    nl: 'Pas zelf aan',
    fi: 'Muokkaa itse',
    en: 'Change it myself',
  },
  'avatar.hideChange': {
    nl: 'Sluit aanpassen',
    fi: 'Sulje muokkaus',
    en: 'Close changing',
  },
  'avatar.preview': {
    nl: 'Jouw avatar: {look}',
    fi: 'Hahmosi: {look}',
    en: 'Your character: {look}',
  },
  'avatar.skin': {
    nl: 'Huid',
    fi: 'Iho',
    en: 'Skin',
  },
  'avatar.hair': {
    nl: 'Haar of hoofddeksel',
    fi: 'Hiukset tai päähine',
    en: 'Hair or head covering',
  },
  'avatar.shade': {
    nl: 'Haarkleur',
    fi: 'Hiusten väri',
    en: 'Hair colour',
  },
  'avatar.colour': {
    nl: 'Kleren',
    fi: 'Vaatteet',
    en: 'Clothes',
  },
  'avatar.extras': {
    nl: 'Wat hoort bij jou?',
    fi: 'Mikä kuuluu sinulle?',
    en: 'What belongs to you?',
  },
  'avatar.extrasHint': {
    nl: 'Kies er hoogstens 3, of geen.',
    fi: 'Valitse enintään 3 tai ei mitään.',
    en: 'Choose 3 at most, or none.',
  },
  'avatar.save': {
    nl: 'Dit ben ik',
    fi: 'Tämä olen minä',
    en: 'This is me',
  },
  'avatar.saving': {
    nl: 'We bewaren je avatar',
    fi: 'Tallennamme hahmosi',
    en: 'Saving your character',
  },
  'avatar.saved': {
    nl: 'Je avatar is bewaard.',
    fi: 'Hahmosi on tallennettu.',
    en: 'Your character is saved.',
  },
  'skin.s1': {
    nl: 'heel lichte huid',
    fi: 'hyvin vaalea iho',
    en: 'very light skin',
  },
  'skin.s2': {
    nl: 'lichte huid',
    fi: 'vaalea iho',
    en: 'light skin',
  },
  'skin.s3': {
    nl: 'lichtbruine huid',
    fi: 'vaaleanruskea iho',
    en: 'light brown skin',
  },
  'skin.s4': {
    nl: 'bruine huid',
    fi: 'ruskea iho',
    en: 'brown skin',
  },
  'skin.s5': {
    nl: 'donkerbruine huid',
    fi: 'tummanruskea iho',
    en: 'dark brown skin',
  },
  'skin.s6': {
    nl: 'heel donkere huid',
    fi: 'hyvin tumma iho',
    en: 'very dark skin',
  },
  'hair.h0': {
    nl: 'geen haar',
    fi: 'ei hiuksia',
    en: 'no hair',
  },
  'hair.h1': {
    nl: 'haar opzij',
    fi: 'sivujakaus',
    en: 'side parting',
  },
  'hair.h2': {
    nl: 'kort haar',
    fi: 'lyhyet hiukset',
    en: 'short hair',
  },
  'hair.h3': {
    nl: 'krullen',
    fi: 'kiharat',
    en: 'curls',
  },
  'hair.h4': {
    nl: 'lang haar',
    fi: 'pitkät hiukset',
    en: 'long hair',
  },
  'hair.h5': {
    nl: 'knot',
    fi: 'nuttura',
    en: 'bun',
  },
  'hair.h6': {
    nl: 'halflang haar',
    fi: 'polkkatukka',
    en: 'bob',
  },
  'hair.h7': {
    nl: 'vlechten',
    fi: 'letit',
    en: 'braids',
  },
  'hair.h8': {
    nl: 'kuif',
    fi: 'otsatukka ylös',
    en: 'quiff',
  },
  'hair.h9': {
    nl: 'dreadlocks',
    fi: 'rastat',
    en: 'dreadlocks',
  },
  'hair.hijab': {
    nl: 'hoofddoek',
    fi: 'huivi',
    en: 'headscarf',
  },
  'hair.turban': {
    nl: 'tulband',
    fi: 'turbaani',
    en: 'turban',
  },
  'hair.cap': {
    nl: 'pet',
    fi: 'lippis',
    en: 'cap',
  },
  'hair.beanie': {
    nl: 'muts',
    fi: 'pipo',
    en: 'beanie',
  },
  'shade.a': {
    nl: 'zwart',
    fi: 'musta',
    en: 'black',
  },
  'shade.b': {
    nl: 'bruin',
    fi: 'ruskea',
    en: 'brown',
  },
  'shade.c': {
    nl: 'donkerblond',
    fi: 'tummanvaalea',
    en: 'dark blond',
  },
  'shade.d': {
    nl: 'blond',
    fi: 'vaalea',
    en: 'blond',
  },
  'shade.e': {
    nl: 'rood',
    fi: 'punainen',
    en: 'red',
  },
  'shade.f': {
    nl: 'grijs',
    fi: 'harmaa',
    en: 'grey',
  },
  'shade.g': {
    nl: 'blauw',
    fi: 'sininen',
    en: 'blue',
  },
  'colour.teal': {
    nl: 'groenblauw',
    fi: 'sinivihreä',
    en: 'teal',
  },
  'colour.rose': {
    nl: 'roze',
    fi: 'vaaleanpunainen',
    en: 'pink',
  },
  'colour.blue': {
    nl: 'blauw',
    fi: 'sininen',
    en: 'blue',
  },
  'colour.olive': {
    nl: 'olijfgroen',
    fi: 'oliivinvihreä',
    en: 'olive green',
  },
  'colour.violet': {
    nl: 'paars',
    fi: 'violetti',
    en: 'purple',
  },
  'colour.brick': {
    nl: 'roodbruin',
    fi: 'punaruskea',
    en: 'reddish brown',
  },
  'colour.sun': {
    nl: 'geel',
    fi: 'keltainen',
    en: 'yellow',
  },
  'colour.ink': {
    nl: 'donkergrijs',
    fi: 'tummanharmaa',
    en: 'dark grey',
  },
  'extra.glasses': {
    nl: 'Bril',
    fi: 'Silmälasit',
    en: 'Glasses',
  },
  'extra.hearing': {
    nl: 'Hoorapparaat',
    fi: 'Kuulolaite',
    en: 'Hearing aid',
  },
  'extra.earmuffs': {
    nl: 'Koptelefoon tegen lawaai',
    fi: 'Kuulosuojaimet',
    en: 'Ear defenders',
  },
  'extra.wheelchair': {
    nl: 'Rolstoel',
    fi: 'Pyörätuoli',
    en: 'Wheelchair',
  },
  'extra.beard': {
    nl: 'Baard',
    fi: 'Parta',
    en: 'Beard',
  },
});
export const t = words.t;
