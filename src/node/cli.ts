import { join, resolve } from 'node:path';
import { pathArg } from '../common/args.ts';
import {
  parseArguments,
  UsageError,
  type CellArguments,
  type CheckArguments,
  type ExplainLogArguments
} from './cli/arguments.ts';
import type { ManifestsArguments } from './cli/args/manifests.ts';
import { explainText } from './cli/explain.ts';
import { HELP } from './cli/help.ts';
import { helpText } from './cli/helpText.ts';
import { markdownReport } from './cli/markdown.ts';
import { print, tell } from './cli/output.ts';
import { Progress } from './cli/progress.ts';
import { styleFor, usageText } from './cli/style.ts';
import { textReport } from './cli/text.ts';
import { startWitness } from './cli/witness.ts';
import type { ChainFault } from './collect/chain.ts';
import type { RunOptions } from './collect/types.ts';
import type { Report } from '../common/report.ts';
import { visibleData, visibleJson } from '../common/visible.ts';
import { VERSION } from './version.ts';
import type { WitnessHost } from './witness/host.ts';

/** The command line. Standard output carries the result alone; everything else goes to standard error. */

/** Exit status after Ctrl-C, as of a program that the signal ended. */
const INTERRUPTED = 130;

const CHAIN_FAULTS: Readonly<Record<ChainFault, string>> = {
  missing: 'there is no such file.',
  folder: 'that is a folder, not a file.',
  special: 'that is a pipe, socket or device; save the certificates to a file first.',
  unreadable: 'the file cannot be read.',
  'too-large': 'the file is larger than 1 MiB, so it is not a certificate chain.',
  'no-certificate': 'the file holds no certificate in text form (PEM, with the line BEGIN CERTIFICATE).'
};

/** Variables of Node's own that the launcher took out of the environment, as facts. */
function environment(): Record<string, string | undefined> {
  const stripped: unknown = JSON.parse(process.env.KAPTAIN_REGISTRY_STRIPPED ?? '{}');
  return { ...process.env, ...(stripped as Record<string, string>) };
}

async function check(options: CheckArguments): Promise<number> {
  const witness = await startWitness(options, environment());
  try {
    return await checkWith(options, witness);
  } finally {
    witness?.dispose();
  }
}

/** Certificates of `--chain`: without them there is nothing to judge, so a file without any is wrong usage. */
async function givenChain(path: string): Promise<NonNullable<RunOptions['chain']>> {
  const { readChainFile } = await import('./collect/chain.ts');
  const chain = await readChainFile(resolve(path));
  if ('fault' in chain) {
    throw new UsageError(`check: --chain: ${CHAIN_FAULTS[chain.fault]}`);
  }
  return chain;
}

async function checkWith(options: CheckArguments, witness: WitnessHost | undefined): Promise<number> {
  const [
    { DEFAULT_BUDGET_MS, runEngine },
    { checks, collectors },
    { DEFAULT_BUILDER, defaultOptions, readEnvironment },
    { isBuilder, BUILDERS }
  ] = await Promise.all([
    import('./engine/engine.ts'),
    import('./engine/parts.ts'),
    import('./options.ts'),
    import('./x509/profiles.ts')
  ]);
  const builder = options.builder ?? DEFAULT_BUILDER;
  if (!isBuilder(builder)) {
    throw new UsageError(`check: --builder takes ${BUILDERS.join(', ')}, or the Go it is built with, such as go1.22.`);
  }
  const place = (path: string | null): { path: string; origin: 'option' } | null =>
    path === null ? null : { path: resolve(path), origin: 'option' };
  const chain = options.chain === null ? undefined : await givenChain(options.chain);
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  const progress = new Progress(process.stderr);
  const { report } = await runEngine(
    { collectors, checks },
    {
      id: 'command',
      registries: options.hosts.length === 0 ? null : options.hosts,
      all: true,
      only:
        options.only === null ? null : checks.filter(item => options.only?.includes(item.area)).map(item => item.id),
      options: {
        ...defaultOptions(readEnvironment(environment())),
        dockerConfig: place(options.dockerConfig),
        caFile: place(options.caFile),
        resolve: options.resolve,
        at: options.at,
        ...(chain === undefined ? {} : { chain }),
        ...(options.profiles ? { profiles: true } : {}),
        offline: options.offline,
        noCluster: options.noCluster,
        clicked: true,
        builder,
        ...(witness === undefined ? {} : { witness }),
        images: options.images,
        push: options.push
      },
      budgetMs: leftOf(options.timeoutMs ?? DEFAULT_BUDGET_MS),
      signal: controller.signal,
      emit: event => progress.onEvent(event)
    }
  );
  print(reportText(report, options));
  if (controller.signal.aborted) {
    tell('Stopped: the result above holds only what was seen until then.\n');
    return INTERRUPTED;
  }
  return report.verdict === 'problem' || (options.strict && report.verdict === 'warning') ? 1 : 0;
}

/** Part of a limit for what comes before this process's clock begins (the launcher), and for printing. */
const AROUND_MS = 300;

/** What is left of the limit of the whole command, its start and its end included; in milliseconds. */
function leftOf(limitMs: number): number {
  const around = process.uptime() * 1000 + AROUND_MS;
  return Math.max(limitMs - around, limitMs / 2);
}

function reportText(report: Report, { format, contacts }: CheckArguments): string {
  switch (format) {
    case 'json':
      return `${visibleJson(report)}\n`;
    case 'markdown':
      return markdownReport(visibleData(report), contacts);
    case 'text':
      return textReport(visibleData(report), styleFor(process.stdout, process.env.NO_COLOR), contacts);
  }
}

async function cell(options: CellArguments): Promise<number> {
  const { cellText, onlyRegistry } = await import('./cli/cell.ts');
  const home = process.env.HOME ?? '/home/kubeflow';
  const config = resolve(options.dockerConfig ?? join(home, '.docker/config.json'));
  const host = options.host ?? (await onlyRegistry(config));
  print(cellText(options, host, home));
  if (options.host === null) {
    tell(`The registry is the one in ${pathArg(config)}: ${host}\n`);
  }
  return 0;
}

async function manifests(given: ManifestsArguments): Promise<number> {
  const [{ manifestsOutput }, { readEnvironmentFacts }, { readEnvironment }] = await Promise.all([
    import('./cli/manifests.ts'),
    import('./collect/environment.ts'),
    import('./options.ts')
  ]);
  const { namespace } = await readEnvironmentFacts(readEnvironment(environment()));
  const { file, note } = manifestsOutput(given, namespace);
  print(file);
  tell(note);
  return 0;
}

/** Says what is behind an error text. The text is data: it is neither quoted nor followed. */
async function explainLog({ log, contacts }: ExplainLogArguments): Promise<number> {
  const [{ readLog }, { logText }, { openInput, openStandardInput }] = await Promise.all([
    import('./cli/log.ts'),
    import('./cli/logText.ts'),
    import('./cli/input.ts')
  ]);
  const typed = log === '-' && process.stdin.isTTY;
  // Before it is promised.
  const signal = interruption();
  if (typed) {
    tell('Paste the error text, then press Ctrl-D on a line of its own. Ctrl-C stops.\n');
  }
  const read = await readLog(log === '-' ? openStandardInput() : openInput(log), {
    signal,
    onSilence: () => (typed ? undefined : tell('Waiting for the text. Ctrl-C stops.\n'))
  });
  if (read === null) {
    tell('Stopped.\n');
    return INTERRUPTED;
  }
  print(logText(read, styleFor(process.stdout, process.env.NO_COLOR), contacts));
  return 0;
}

function helpOf(command: string): string {
  const help = HELP[command];
  return help === undefined ? '' : helpText(help, styleFor({ columns: process.stdout.columns ?? 80 }, '').width);
}

/** Ends with Ctrl-C: what runs comes to its end, and no file is left half written. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => controller.abort());
  return controller.signal;
}

async function main(argv: readonly string[]): Promise<number> {
  const given = parseArguments(argv);
  switch (given.command) {
    case 'help':
      print(helpOf(given.of ?? ''));
      return 0;
    case 'version':
      print(`kaptain-registry ${VERSION}\n`);
      return 0;
    case 'explain':
      print(explainText(given.code, styleFor(process.stdout, process.env.NO_COLOR), given.contacts));
      return 0;
    case 'explain-log':
      return explainLog(given);
    case 'cell':
      return cell(given);
    case 'check':
      return check(given);
    case 'login': {
      const { login } = await import('./cli/login.ts');
      return login(given, { environment: environment(), signal: interruption() });
    }
    case 'ca': {
      const { ca } = await import('./cli/ca.ts');
      return ca(given, { environment: environment(), signal: interruption() });
    }
    case 'manifests':
      return manifests(given);
  }
}

/**
 * Ends the process once all is written: a name service that does not answer, or a text that is no longer read, would keep
 * it alive.
 */
function end(status: number): void {
  process.exitCode = status;
  process.stdout.write('', error => {
    if (error === null || error === undefined) {
      process.stderr.write('', () => process.exit(status));
    }
  });
}

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    process.exit(process.exitCode ?? 0);
  }
  tell('kaptain-registry: the result could not be written in full.\n');
  process.exit(3);
});
// Hints that nobody reads change no result.
process.stderr.on('error', () => undefined);
let status: number;
try {
  status = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    tell(usageText(error.message, process.stderr));
    status = 2;
  } else {
    // The message is not shown: it may hold what was read.
    const name = error instanceof Error ? error.name : 'unknown';
    tell(`kaptain-registry: this tool itself failed (${name}); please report it with the version and the command.\n`);
    status = 3;
  }
}
end(status);
