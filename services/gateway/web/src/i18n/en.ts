import type { Words } from './nl.ts';

const en: Words = {
  loading: 'Loading',
  tryAgain: 'Try again',
  skip: 'Go to the content',
  close: 'Close',
  language: 'Language',
  demo: 'Demo: invented people',
  offline: 'No internet. We continue when you are connected again.',
  'screen.failed': 'This screen could not load. Check if you have internet.',

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
