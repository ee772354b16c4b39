// The demo: `npm start [-- [--broken [FAULT]] [--port N] [--no-browser]]`.
// JupyterLab with the panel, a notebook, and a private registry with its own CA and a login. Ends with Ctrl-C.
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startDemo } from './demo.mjs';
import { FAULTS } from './faults.mjs';
import { SENT_FILE } from './home.mjs';
import { MissingPart } from './missing.mjs';
import { LOGIN } from './registry.mjs';

const began = performance.now();

/** Each step with the time at which it began. @type {{ line: string, at: number }[]} */
const steps = [];

/** @param {string} line */
function say(line) {
  steps.push({ line, at: performance.now() });
  process.stderr.write(`[demo] ${line}\n`);
}

/** Where the time went: how long each step took until the next one began, in seconds. */
function times() {
  const ends = [...steps.slice(1).map(({ at }) => at), performance.now()];
  return steps.map(
    ({ line, at }, index) => `${line.replace(/^\d+ of \d+: /, '')} ${((ends[index] - at) / 1000).toFixed(1)} s`
  );
}

/** @param {string} sentence @returns {never} */
function wrongUsage(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function listOfFaults() {
  const width = Math.max(...Object.keys(FAULTS).map(name => name.length));
  return Object.entries(FAULTS)
    .map(([name, { title }]) => `  ${name.padEnd(width)}  ${title}`)
    .join('\n');
}

function readOptions() {
  // `--broken` stands with or without a word; parseArgs knows only options that always or never have one.
  const args = process.argv.slice(2);
  const at = args.indexOf('--broken');
  if (at >= 0 && (args[at + 1] ?? '-').startsWith('-')) {
    wrongUsage(`Name the fault to start with:\n\n${listOfFaults()}\n\nFor example: npm start -- --broken wrong-ca`);
  }
  try {
    const { values } = parseArgs({
      args,
      options: {
        broken: { type: 'string' },
        port: { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false }
      }
    });
    return values;
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : '').split('. ');
    return wrongUsage(`${why}. See npm start -- --help.`);
  }
}

/** @param {string} address */
function openBrowser(address) {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    // Without a browser the address on the screen is enough.
    spawn('xdg-open', [address], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  }
}

const options = readOptions();
if (options.help) {
  process.stdout.write(`npm start [-- [--broken FAULT] [--port N] [--no-browser]]\n\nFaults:\n${listOfFaults()}\n`);
  process.exit(0);
}
const fault = options.broken ?? null;
if (fault !== null && !Object.hasOwn(FAULTS, fault)) {
  wrongUsage(`There is no fault "${fault}". These there are:\n\n${listOfFaults()}`);
}
const port = options.port === undefined ? null : Number(options.port);
if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65536)) {
  wrongUsage(`"${options.port}" is not a port: give a number between 1 and 65535.`);
}

const running = new AsyncDisposableStack();
const interrupted = new Promise(end => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A second Ctrl-C waits for the first one's work too: nothing is left behind.
    process.on(name, () => end(null));
  }
});

try {
  const starting = startDemo({ fault, port, say }, running);
  const demo = await Promise.race([starting, interrupted]);
  if (demo) {
    const address = `${demo.jupyter.url}lab/tree/demo.ipynb?token=${demo.jupyter.token}`;
    const spent = times().join(', ');
    say(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${spent}`);
    process.stdout.write(
      [
        '',
        `  Registry     ${demo.host}${fault ? ` (broken: ${FAULTS[fault].title})` : ''}`,
        `  Login        ${LOGIN.username} / ${LOGIN.password}`,
        `  Its CA       ${SENT_FILE} in the notebook files, as the registry's owner would send it. SHA-256:`,
        `               ${new X509Certificate(demo.parts.sent).fingerprint256}`,
        `  Home         ${demo.home.path}`,
        `  JupyterLab   ${address}`,
        '',
        '  Open "Private Registry" in the right side bar. Ctrl-C ends the demo.',
        '',
        ''
      ].join('\n')
    );
    if (!options['no-browser']) {
      openBrowser(address);
    }
    await interrupted;
  }
  say('ending');
  // What was still starting has to be known before it can be ended.
  await starting.catch(() => undefined);
} catch (error) {
  if (!(error instanceof MissingPart)) {
    throw error;
  }
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 3;
} finally {
  await running.disposeAsync();
}
