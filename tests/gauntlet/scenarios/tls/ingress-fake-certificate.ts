import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The ingress has no certificate for this name and shows its own emergency certificate',
  chain: ['ingress-fake'],
  named: /ingress/i,
  first: 'KR-TLS-014',
  variant: 'emergency',
  also: ['KR-TLS-006'],
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
