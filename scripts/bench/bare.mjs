/**
 * The least that Node can do: the three requests of a check, on one connection, and nothing else.
 * Arguments: host, port, path of the CA file; the login comes in the variable BASIC.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';

const [host, port, caFile] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const ca = readFileSync(caFile);

function get(path, headers) {
  return new Promise((done, fail) => {
    const outgoing = request({ host, port, path, ca, agent, headers }, answer => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    outgoing.on('error', fail);
    outgoing.end();
  });
}

const login = { authorization: `Basic ${process.env.BASIC}` };
await get('/v2/', {});
await get('/v2/', login);
await get('/v2/team/image/manifests/latest', login);
agent.destroy();
