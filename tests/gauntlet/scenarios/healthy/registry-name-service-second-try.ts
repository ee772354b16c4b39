import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The name service fails once',
  options: { resolve: [] },
  network: () => {
    let asked = 0;
    return {
      lookup: () => {
        asked += 1;
        return asked === 1
          ? Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }))
          : Promise.resolve(['127.0.0.1']);
      }
    };
  },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
