import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { answers, drip, oddAnswers, OK } from './answers.ts';
import { authority, server } from './certificates.ts';
import { greetings } from './greetings.ts';
import { CANARY, look, type Seen } from './rig.ts';
import { answering, https, reply, tcp, tls, type Running } from './servers.ts';

/** Long enough for a fair wait: a shorter one ends as a time-out of the run. */
const BUDGET_MS = 2000;

/** Ends in time, without a crash, a secret or a word of the server's own. */
function ends(seen: Seen): void {
  assert.ok(!Object.values(seen.outcomes).includes('crashed'), JSON.stringify(seen.outcomes));
  assert.ok(!Object.values(seen.outcomes).includes('timeout'), JSON.stringify(seen.outcomes));
  assert.ok(!seen.exits.includes(CANARY));
  assert.doesNotMatch(JSON.stringify(seen.findings), /[\p{Cc}\p{Cf}]|\\u00[01][0-9a-f]/u);
  assert.doesNotMatch(seen.exits, /onerror/);
}

/** The same, with a finding or an honest "cannot tell". */
function endsWell(seen: Seen): void {
  ends(seen);
  assert.ok(seen.roots.length > 0 || Object.values(seen.outcomes).includes('unknown'));
}

// They mostly wait: a few at once.
describe('instead of an answer', { concurrency: 6 }, () => {
  for (const [says, answer] of Object.entries(answers)) {
    test(`first answer: ${says}`, async () => {
      const registry = await tls(socket => socket.once('data', () => answer(socket)));
      endsWell(await look(registry.host, { budgetMs: BUDGET_MS }));
    });

    test(`answer where a redirect leads: ${says}`, async () => {
      const registry = await redirecting(response => answer(response.req.socket));
      endsWell(await look(registry.host, { budgetMs: BUDGET_MS }));
    });

    test(`answer to the login: ${says}`, async () => {
      const registry = await https((request, response) =>
        request.headers.authorization === undefined
          ? reply(response, 401, { 'www-authenticate': 'Basic realm="x"' })
          : answer(response.req.socket)
      );
      ends(await look(registry.host, { budgetMs: BUDGET_MS }));
    });

    test(`answer of a proxy: ${says}`, async () => {
      const way = await tcp(socket => socket.once('data', () => answer(socket)));
      const environment = { HTTPS_PROXY: `http://127.0.0.1:${way.port}` };
      endsWell(await look('registry.test:5000', { budgetMs: BUDGET_MS, environment }));
    });

    test(`answer to the question for the old version: ${says}`, async () => {
      const registry = await https((request, response) =>
        request.url === '/v2/' ? reply(response, 404) : answer(response.req.socket)
      );
      const seen = await look(registry.host, { budgetMs: BUDGET_MS });
      endsWell(seen);
      assert.deepEqual(seen.roots, ['KR-REG-001']);
    });

    for (const [asked, path] of [
      ['the manifest', '/manifests/'],
      ['the upload', '/blobs/uploads/']
    ] as const) {
      test(`answer to ${asked}: ${says}`, async () => {
        const registry = await image(path, response => answer(response.req.socket));
        const images = [`${registry.host}/team/img:1`];
        const push = asked === 'the upload';
        const seen = await look(registry.host, { budgetMs: BUDGET_MS, options: { images, push } });
        ends(seen);
        const judged = [seen.outcomes['reg.pull'], seen.outcomes['reg.push']];
        assert.ok(judged.includes('fail') || judged.includes('unknown'), JSON.stringify(seen.outcomes));
      });
    }

    test(`answer to the token request: ${says}`, async () => {
      const registry = await bearer(response => answer(response.req.socket));
      const seen = await look(registry.host, { budgetMs: BUDGET_MS });
      endsWell(seen);
      assert.ok(
        seen.codes.some(code => ['KR-REG-025', 'KR-INT-009'].includes(code)),
        seen.codes.join()
      );
    });
  }
});

describe('an odd answer', { concurrency: 6 }, () => {
  for (const [says, answer] of Object.entries(oddAnswers)) {
    for (const [asked, make] of [
      ['first', () => tls(socket => socket.once('data', () => answer(socket)))],
      ['of the manifest', () => image('/manifests/', response => answer(response.req.socket))],
      ['of the upload', () => image('/blobs/uploads/', response => answer(response.req.socket))],
      ['of the login service', () => bearer(response => answer(response.req.socket))],
      ['where a redirect leads', () => redirecting(response => answer(response.req.socket))]
    ] as const) {
      test(`${asked}: ${says}`, async () => {
        const registry = await make();
        const images = [`${registry.host}/team/img:1`];
        ends(await look(registry.host, { budgetMs: BUDGET_MS, options: { images, push: true } }));
      });
    }
  }
});

/** A registry that knows everybody, and answers in its own way below a path. */
function image(path: string, own: (response: ServerResponse) => void): Promise<Running> {
  return https((request, response) => {
    if (request.headers.authorization === undefined) {
      reply(response, 401, { 'www-authenticate': 'Basic realm="x"' });
    } else if (request.url?.includes(path) === true) {
      own(response);
    } else {
      reply(response, 200, { 'docker-content-digest': 'sha256:0' });
    }
  });
}

/** A registry that sends everybody to another place of its own. */
function redirecting(own: (response: ServerResponse) => void): Promise<Running> {
  return https((request, response) =>
    request.url === '/elsewhere' ? own(response) : reply(response, 307, { location: '/elsewhere' })
  );
}

/** A registry with its own login service that answers token requests so. */
async function bearer(token: (response: ServerResponse) => void): Promise<Running> {
  const registry: Running = await https((request, response) => {
    if (request.url?.startsWith('/token') === true) {
      token(response);
    } else {
      reply(response, 401, { 'www-authenticate': `Bearer realm="https://${registry.host}/token",service="x"` });
    }
  });
  return registry;
}

test('a compressed answer is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'));
  const registry = await https((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' });
    response.end(bomb);
  });
  const seen = await look(registry.host, { budgetMs: BUDGET_MS });
  endsWell(seen);
  assert.deepEqual(seen.roots, ['KR-REG-002']);
});

test('a body without end is cut off at its limit, and judged by its kind', async () => {
  const registry = await tls(socket => socket.once('data', () => answers['endless body with a web page']?.(socket)));
  const seen = await look(registry.host, { budgetMs: BUDGET_MS });
  assert.equal(seen.facts.ping?.body, 'too-large');
  assert.equal(seen.facts.ping?.status, 200);
});

test('a body that drips is given up before the run is', async () => {
  const registry = await tls(socket =>
    socket.once('data', () => {
      socket.write(`${OK}docker-distribution-api-version: registry/2.0\r\ncontent-length: 90000\r\n\r\n`);
      drip(socket, '', ' ');
    })
  );
  const seen = await look(registry.host, { budgetMs: BUDGET_MS });
  assert.equal(seen.facts.ping?.body, 'unfinished');
  assert.ok(!Object.values(seen.outcomes).includes('timeout'));
});

for (const [says, value] of [
  ['very long', `Bearer realm="${'a'.repeat(15_000)}"`],
  ['thousands of challenges', 'Basic,'.repeat(2000)],
  ['an open quotation mark', 'Bearer realm="https://auth.test/'],
  ['markup', 'Bearer realm="<img src=x>",service="</script>"'],
  ['a name of an object', 'Bearer __proto__="x",constructor="y"'],
  ['Latin-1', 'Bearer realm="https://\u00e4uth.test/token"']
] as const) {
  test(`a login request that is ${says}`, async () => {
    const registry = await answering(
      Buffer.from(`HTTP/1.1 401 No\r\nwww-authenticate: ${value}\r\ncontent-length: 0\r\n\r\n`, 'latin1')
    );
    const seen = await look(registry.host, { budgetMs: BUDGET_MS });
    endsWell(seen);
    assert.ok(!seen.exits.includes('<img'), 'no markup in any exit');
  });
}

test('a redirect to control characters and markup', async () => {
  const registry = await answering(
    'HTTP/1.1 302 Found\r\nlocation: https://\u001b[31m<b>/\r\ncontent-length: 0\r\n\r\n'
  );
  endsWell(await look(registry.host, { budgetMs: BUDGET_MS }));
});

test('thousands of certificates: no more than 100 are read, and nothing is sent on doubt', async () => {
  const many = await tls(() => undefined, { cert: server.pem + authority.pem.repeat(104) });
  const seen = await look(many.host, { budgetMs: BUDGET_MS });
  assert.equal(seen.facts.tls?.chain.length, 100);
  assert.equal(seen.facts.tls?.chainCut, true);
  const flood = await tls(() => undefined, { cert: server.pem + authority.pem.repeat(2000) });
  endsWell(await look(flood.host, { budgetMs: BUDGET_MS }));
});

describe('instead of a greeting', { concurrency: 6 }, () => {
  for (const [says, make] of Object.entries(greetings)) {
    test(says, async () => {
      endsWell(await look((await make()).host, { budgetMs: BUDGET_MS }));
    });
  }
});
