/** Path data on a 24 px grid. */
export const STAR = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1-4.5-4.2 6.1-.8z';

/** A thumb that points up. The first step rotates it. */
export const THUMB =
  'M7 11v9M3.6 11H7l4-7.4q2.6.3 2.3 2.7L13 9.8h5a2 2 0 0 1 2 2.4l-1.3 6.2a2 2 0 0 1-2 1.6H3.6z';

const HEAD = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M8.6 9.7v.6M15.4 9.7v.6';

/** From very unsatisfied to very satisfied. The brows distinguish them without colour. */
export const FACES = [
  `${HEAD}M7.4 7l2.4 1M16.6 7l-2.4 1M8.4 17q3.6-7 7.2 0`,
  `${HEAD}M8.4 16q3.6-3 7.2 0`,
  `${HEAD}M8.4 15h7.2`,
  `${HEAD}M8.4 14q3.6 3 7.2 0`,
  `${HEAD}M7.4 7.4q1-.8 2-.4M16.6 7.4q-1-.8-2-.4M8 13.6q4 7 8 0z`,
];
