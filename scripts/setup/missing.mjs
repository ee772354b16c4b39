/** Something without which a command cannot go on. The message is one sentence for the person: what is missing, what helps. */
export class MissingPart extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'MissingPart';
  }
}
