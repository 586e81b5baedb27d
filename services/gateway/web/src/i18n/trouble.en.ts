import type { TroubleWords } from './trouble.nl.ts';

const en: TroubleWords = {
  tooShort: 'The code is not complete yet. Your card has 12 letters and numbers.',
  wrongLetter: 'A code never has {letter} in it. Look at your card once more.',
  notACard: 'This is not a start card. Take the card that you got from your centre.',
  unknownCard: 'We do not know this code. Check the code on your card.',
  deadCard: 'This card does not work. Ask for a new card.',
  'tooMany.one': 'You tried too many times. Wait 1 minute and try again.',
  'tooMany.other': 'You tried too many times. Wait {count} minutes and try again.',
  failed: 'Something went wrong on our side. Try again in a moment.',
  notKept: 'Your browser does not remember that you signed in. Allow cookies for {site}, or use another browser.',
  https: 'Start To Can works over https only. Open this address:',
  httpsHelp: 'Does that not work? Ask for help at your centre.',
  'scan.title': 'Scan your card',
  'scan.text': 'Hold the square with little blocks in front of the camera.',
  'scan.noCamera': 'We may not use the camera. Type the code on your card.',
  'scan.failing': 'Scanning does not work on this device. Type the code on your card.',
  'scan.type': 'Type the code',
};

export default en;
