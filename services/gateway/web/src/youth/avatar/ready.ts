/** Twelve people to choose from at once; everything about them can be changed. */
export const READY = [
  's2-h4b-teal',
  's4-h2a-blue',
  's1-h8d-brick-glasses',
  's3-hijab-rose',
  's5-h9a-olive',
  's2-h6e-violet-hearing',
  's6-h3a-sun',
  's3-h1a-ink-wheelchair',
  's1-h5c-rose-earmuffs',
  's4-h7a-violet-wheelchair',
  's2-cap-olive',
  's3-turban-blue-beard',
] as const;
