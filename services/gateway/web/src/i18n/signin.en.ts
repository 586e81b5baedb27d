import type { SignInWords } from './signin.nl.ts';

const en: SignInWords = {
  title: 'Welcome to Start To Can',
  lead: 'Find out what you want, what you can and who helps you.',
  code: 'The code on your card',
  hint: 'Twelve letters and numbers. You do not need capitals or dashes.',
  go: 'Go in',
  busy: 'Checking',
  scan: 'Scan my card',
  scanHow: 'Is there a square with little blocks on your card? Point the camera of your phone at it. Then you do not have to type.',
  noCard: 'No card, or lost it? Ask your supporter or your centre for a new one.',
  tooShort: 'The code is not complete yet. Your card has 12 letters and numbers.',
  unknownCard: 'We do not know this code. Check if you typed it right. Still not working? Ask for a new card.',
  tooMany: 'You tried too many times. Wait {minutes} min. and try again.',
  noConnection: 'We cannot connect. Check if you have internet and try again.',
  failed: 'Something went wrong on our side. Try again in a moment.',
  ended: 'You were away for a while. Sign in again and continue where you were.',
  signedOut: 'You are signed out.',
  'scan.title': 'Scan your card',
  'scan.text': 'Hold the square with little blocks in front of the camera.',
  'scan.noCamera': 'We may not use the camera. Type the code on your card.',
};

export default en;
