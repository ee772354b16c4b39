/** The reader of error texts with its catalogue: loaded with the first question, not with the page. */
export { classify } from '../../common/log/classify.ts';
export { explain } from '../../common/log/explanation.ts';
export { sentenceText } from '../../common/log/sentence.ts';
