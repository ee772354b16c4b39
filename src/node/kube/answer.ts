/** Yes, no, or not to be told from here. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Yes when every one is yes, no when one is no. */
export function every(answers: readonly Answer[]): Answer {
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes when one is yes, no when every one is no. */
export function some(answers: readonly Answer[]): Answer {
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}
