/** Path data on a 24 px grid. */
export const STAR = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1-4.5-4.2 6.1-.8z';

/** A thumb that points up; the first step turns it round. */
export const THUMB =
  'M7.2 11v9M3.6 11h3.6l4-7.4c1.5 0 2.5 1.2 2.3 2.7L13 9.8h5.2a2 2 0 0 1 2 2.4l-1.3 6.2a2 2 0 0 1-2 1.6H3.6z';

const HEAD = 'M21.2 12a9.2 9.2 0 1 1-18.4 0 9.2 9.2 0 0 1 18.4 0M8.6 9.7v.6M15.4 9.7v.6';

/** From very unsatisfied to very satisfied. The brows tell them apart without colour. */
export const FACES = [
  `${HEAD}M7.4 6.9l2.4 1M16.6 6.9l-2.4 1M8.2 17c.5-2.3 1.8-3.5 3.8-3.5s3.3 1.2 3.8 3.5`,
  `${HEAD}M8.4 16.2c1-.9 2.2-1.4 3.6-1.4s2.6.5 3.6 1.4`,
  `${HEAD}M8.4 15.4h7.2`,
  `${HEAD}M8.4 14.5c1 .9 2.2 1.4 3.6 1.4s2.6-.5 3.6-1.4`,
  `${HEAD}M7.6 7.4c.6-.5 1.3-.6 2-.3M16.4 7.4c-.6-.5-1.3-.6-2-.3M7.8 13.6c.8 2.2 2.3 3.3 4.2 3.3s3.4-1.1 4.2-3.3z`,
];
