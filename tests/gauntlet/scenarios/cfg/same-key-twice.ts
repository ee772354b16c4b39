import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The same entry stands there twice',
  config: ({ host, basic }) =>
    `{"auths": {"${host}": {"auth": "${basic('ann', 'old-Pa55word')}"}, "${host}": {"auth": "${basic()}"}}}`,
  named: /listed more than once/,
  first: 'KR-CFG-018',
  variant: 'same-key'
});
