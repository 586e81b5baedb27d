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
  noConnection: 'We cannot connect. Check if you have internet and try again.',
  ended: 'You were away for a while. Sign in again and continue where you were.',
  signedOut: 'You are signed out.',
};

export default en;
