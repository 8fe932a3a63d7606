/** What follows a score, by the group that the score belongs to. Undefined words: those for every group. */
export interface ScoreGroup {
  /** The low group is offered a call back, the high one a link to share. */
  rank: 'low' | 'middle' | 'high';
  /** Asked after the score; an empty text asks nothing. */
  followUp: string | undefined;
  /** Said once the endpoint has confirmed the answer. */
  thanks: string | undefined;
}
