import { dictionary } from '../../lib/sentences.ts';

/** Entries of a timeline about what is under way beside coaching steps. */
export const words = dictionary({
  'told.alarmObserved': { nl: 'Signaal: {what}', fi: 'Huolenaihe: {what}', en: 'Signal: {what}' },
  'told.alarmObserved.gone': { nl: 'Een signaal', fi: 'Huolenaihe', en: 'A signal' },
  'told.alarmEnded': { nl: 'Signaal voorbij: {what}', fi: 'Huolenaihe on ohi: {what}', en: 'Signal over: {what}' },
  'told.alarmEnded.gone': { nl: 'Een signaal is voorbij', fi: 'Huolenaihe on ohi', en: 'A signal is over' },
  'told.observedBy': { nl: 'Komt van: {who}', fi: 'Kertoja: {who}', en: 'Comes from: {who}' },
  'told.handoverOffered': { nl: 'Overdracht voorgesteld: {to}', fi: 'Ehdotettiin siirtoa: {to}', en: 'Handover proposed: {to}' },
  'told.handoverOffered.gone': { nl: 'Een overdracht is voorgesteld', fi: 'Ehdotettiin siirtoa eteenpäin', en: 'A handover was proposed' },
  'told.handoverAnswered.agreed': { nl: '{name} gaat akkoord met de overdracht: {to}', fi: '{name} suostuu siirtoon: {to}', en: '{name} agrees to the handover: {to}' },
  'told.handoverAnswered.declined': { nl: '{name} wil de overdracht liever niet: {to}', fi: '{name} ei halua siirtoa: {to}', en: '{name} would rather not have the handover: {to}' },
  'told.handoverAnswered.gone': { nl: '{name} antwoordde op een overdracht', fi: '{name} vastasi siirtoehdotukseen', en: '{name} answered a handover' },
  'told.handoverAccepted': { nl: 'Overdracht aanvaard: {to}', fi: 'Siirto hyväksytty: {to}', en: 'Handover accepted: {to}' },
  'told.handoverAccepted.gone': { nl: 'Een overdracht is aanvaard', fi: 'Siirto on hyväksytty', en: 'A handover was accepted' },
  'told.employerContacted': { nl: 'Gesprek met {employer}', fi: 'Keskustelu: {employer}', en: 'Talk with {employer}' },
  'told.employerContacted.gone': { nl: 'Gesprek met een werkgever', fi: 'Keskustelu työnantajan kanssa', en: 'Talk with an employer' },
  'told.placementStarted': { nl: 'Begonnen: {what}, {employer}', fi: 'Alkoi: {what}, {employer}', en: 'Begun: {what}, {employer}' },
  'told.placementStarted.alone': { nl: 'Begonnen: {what}', fi: 'Alkoi: {what}', en: 'Begun: {what}' },
  'told.placementStarted.gone': { nl: '{name} begon ergens', fi: '{name} aloitti jossain', en: '{name} began somewhere' },
  'told.placementEnded': { nl: 'Afgelopen: {what}, {employer}', fi: 'Päättyi: {what}, {employer}', en: 'Ended: {what}, {employer}' },
  'told.placementEnded.alone': { nl: 'Afgelopen: {what}', fi: 'Päättyi: {what}', en: 'Ended: {what}' },
  'told.placementEnded.gone': { nl: 'Wat {name} ergens deed, is afgelopen', fi: 'Jokin, missä {name} oli mukana, päättyi', en: 'What {name} did somewhere has ended' },
  'told.gone': { nl: 'Wat hier stond, is gewist.', fi: 'Tässä ollut tieto on poistettu.', en: 'What stood here was erased.' },
});
export const t = words.t;
