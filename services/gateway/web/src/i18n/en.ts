import type { Words } from './nl.ts';

const en: Words = {
  loading: 'Loading',
  tryAgain: 'Try again',
  skip: 'Go to the content',
  close: 'Close',
  language: 'Language',
  demo: 'Demo: invented people',
  offline: 'No internet. We keep trying by ourselves.',
  'screen.failed': 'This screen could not load.',
  'language.failed': '{language} could not load.',
  'missing.offline': 'Check if you have internet.',
  'missing.ours': 'The fault is ours. Try again in a minute.',
  'missing.unsaved': 'Go back and save what you filled in. Then load again.',

  menu: 'Main menu',
  'menu.map': 'Map',
  'menu.overview': 'Me',
  'menu.coach': 'Coach',
  'menu.more': 'More',
  'menu.avatar': 'My character',

  'map.hello': 'Hello {name}',
  'map.title': 'Where do you want to go?',
  'map.lead': 'Start where you like. Each stop takes 5 minutes at most.',
  'map.places': 'Seven neighbourhoods',
  'map.exercises.one': '1 exercise',
  'map.exercises.other': '{count} exercises',
  'map.none': 'no exercise yet',
  'map.done': 'done',
  'map.open': 'started',
  'map.fresh': 'not started',
  'map.someDone': '{done} of {count} done',
  'map.notSaved': 'not saved yet',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',

  'domain.housing': 'Housing',
  'domain.relationships': 'Relationships',
  'domain.health': 'Health',
  'domain.finances': 'Money',
  'domain.learning': 'Learning',
  'domain.leisure': 'Free time',
  'domain.work': 'Work',
};

export default en;
