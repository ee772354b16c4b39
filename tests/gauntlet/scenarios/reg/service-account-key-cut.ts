import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The key of a Google service account lost its end when it was encoded',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic('_json_key', '{\n  "type": "service_account",\n  "project_id": "corp"') } }
  }),
  named: /refuse/,
  first: 'KR-REG-010',
  consumers: { sdk: 'fails', builder: 'fails' }
});
