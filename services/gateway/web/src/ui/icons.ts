/** The icons in sprite.svg, which is part of index.html. */
export type IconName =
  | 'map'
  | 'user'
  | 'users'
  | 'more'
  | 'close'
  | 'check'
  | 'plus'
  | 'back'
  | 'next'
  | 'speak'
  | 'stop'
  | 'warn'
  | 'info';

/** Paths for `<Icon d>`, where an icon is data. */
export const icons = {
  users: 'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M13 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0M22 21v-2a4 4 0 0 0-3-3.87M16 3.13a4 4 0 0 1 0 7.75',
} as const;
