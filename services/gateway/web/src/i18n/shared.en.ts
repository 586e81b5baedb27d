import reasons from './reasons.en.ts';
import type { SharedWords } from './shared.nl.ts';

const en: SharedWords = {
  ...reasons,
  unauthenticated: 'You are no longer signed in. Sign in again.',
  forbidden: 'You may not see or change this. Go back to the start.',
  notFound: 'We cannot find this. Go back and try again.',
  stale: 'Somebody else just changed this. Load it again and see if your change is still needed.',
  refused: 'This is not possible now. Load the page again and see what changed.',
  invalid: 'Something you filled in is not right. Check it and try again.',
  tooLarge: 'This is too large. Make it shorter and try again.',
  'tooManyAttempts.one': 'That was too many times. Wait 1 minute and try again.',
  'tooManyAttempts.other': 'That was too many times. Wait {count} minutes and try again.',
  unavailable: 'This does not work on our side just now. Try again in a minute.',
  internal: 'Something went wrong on our side. Try again. Still wrong? Tell your coach or your centre.',
  offline: 'We cannot connect. Check if you have internet and try again.',

  cancel: 'Cancel',
  theme: 'Colours',
  'theme.device': 'Same as my device',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  'notFound.title': 'This page does not exist',
  'notFound.text': 'The link may be old. Go back to the start, you can find everything there.',
  'notFound.action': 'Go to the start',
  'offline.title': 'We cannot connect',
  'offline.text': 'We keep trying by ourselves. What you saved is not gone. Check meanwhile if you have internet.',
  'map.resume': 'Continue',
  'map.resumeAt': 'You are at question {step} of {steps}',

  'other.title': 'Somebody else signed in here',
  'other.text': 'What was yours is no longer on this screen.',
  'other.signIn': 'Sign in with your card',
  'other.goOn': 'Go on as who is signed in now',
  'map.unsaved': 'Not everything is saved yet.',
  'map.unsavedIn': 'Not saved yet: {places}.',
  'map.unsavedGoOn': 'You can just go on. We save it as soon as we can.',
  'map.saveNow': 'Try now',
  'readAloud.failed': 'Reading aloud does not work on this device now. Try again later.',
};

export default en;
