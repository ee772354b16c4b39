import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Old and new CA together in the file',
  ca: ({ pem }) => `${pem('expired-root')}${pem('root')}${pem('renewed-root')}`,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
