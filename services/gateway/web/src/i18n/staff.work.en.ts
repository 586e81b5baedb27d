import type nl from './staff.work.nl.ts';

/** Work of several commands that does not go on, in English. */
const work: Record<keyof typeof nl, string> = {
  'work.title': 'Work that does not go on',
  'work.intro': 'It was begun and is not finished yet. It is tried again by itself. You can try now, or undo it.',
  'work.registration': 'A young person is being registered',
  'work.opening': 'A centre is being opened',
  'work.since': 'Begun on {moment}.',
  'work.undoing': 'It is being undone.',
  'work.waiting': 'Nobody tried again yet.',
  'work.unreachable': 'A service that it needs does not answer.',
  'work.refused': 'A step was refused.',
  'work.fault': 'A step failed. Look in the logs.',
  'work.finish': 'Try now',
  'work.undo': 'Undo',
  'work.finished': 'It is finished.',
  'work.undone': 'It is undone.',
  'work.unanswered': 'Not every service answers. There may be more.',
  'work.more.one': 'There is 1 more.',
  'work.more.other': 'There are {count} more.',
  'work.ask.title': 'Undo this work?',
  'work.ask.registration': 'The young person is not registered. What was filled in can no longer be read. The centre can register them again.',
  'work.ask.opening': 'The centre is not opened, and its lead gets no card. You can open it again with a new lead.',
  'work.ask.yes': 'Yes, undo',
};
export default work;
