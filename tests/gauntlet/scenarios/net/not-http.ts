import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Behind the encryption something else than HTTP is spoken',
  server: {
    answer: request => {
      request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
      return true;
    }
  },
  named: /no proper HTTP|malformed HTTP|BadStatusLine/i,
  first: 'KR-NET-017',
  variant: 'not-http',
  logins: 0
});
