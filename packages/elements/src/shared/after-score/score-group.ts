/** What follows a score, by its group. An `undefined` text is the same for every group. */
export interface ScoreGroup {
  /** Low scores get the offer of a call back, high scores the link to share. */
  rank: 'low' | 'middle' | 'high';
  /** The open question after the score. Empty for none. */
  followUp: string | undefined;
  /** The text shown once the endpoint has confirmed the answer. */
  thanks: string | undefined;
}
