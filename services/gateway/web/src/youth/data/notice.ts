/** The parts of the notice in their order, each with its picture: an SVG path, 24 × 24. */
export const PARTS = [
  { name: 'what', path: 'M4 7h16M4 12h16M4 17h10' },
  { name: 'why', path: 'M12 21s-7-4.6-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 11c0 5.400-7 10-7 10z' },
  { name: 'who', path: 'M2 12s3.600-7 10-7 10 7 10 7-3.600 7-10 7-10-7-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z' },
  { name: 'long', path: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM12 6v6l4 2' },
  { name: 'may', path: 'M20 6 9 17l-5-5' },
  { name: 'safe', path: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7a4 4 0 0 1 8 0v4' },
] as const;
