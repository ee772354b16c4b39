import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything at once: the name is misspelled, no login, no CA',
  ask: ['registy.test:5000'],
  config: null,
  ca: null,
  network: { lookup: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) },
  peers: false,
  named: /No Docker config|no Docker config/,
  first: 'KR-FIL-001',
  also: ['KR-NET-003'],
  logins: 0
});
