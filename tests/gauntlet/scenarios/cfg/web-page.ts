import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The sign-in page of the company was saved instead of the file',
  config: '<!DOCTYPE html><html><title>Sign in</title></html>',
  named: /not valid JSON|looking for beginning of value/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
