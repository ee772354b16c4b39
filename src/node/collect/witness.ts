import type { FactMap } from '../facts.ts';
import { sameHost } from '../registry/realm.ts';
import { readGreeted, readReply, readSdk, readVersions } from '../witness/answer.ts';
import type { Interpreter, PythonFacts, Testimony, WitnessFacts } from '../witness/facts.ts';
import type { Patience, Surveyed, WitnessHost } from '../witness/host.ts';
import { collector, type CollectContext, type RunOptions } from './types.ts';

/** Kernels that are asked about a registry at most. */
const MOST_KERNELS = 3;

/** Time for the first answer: a cold Python on a network file system takes seconds. */
const SURVEY_MS = 4000;

function patienceOf({ limitMs, signal }: CollectContext): Patience {
  return { limitMs, signal };
}

/**
 * The Pythons that could run the SDK, the current notebook's first. The SDK needs requests and urllib3; where some
 * Python has the SDK itself, others than the current one do not matter.
 */
export function chooseInterpreters(surveyed: readonly Surveyed[]): PythonFacts {
  const read = surveyed.map(({ name, current, reply }, number) => {
    const { value, fault } = readReply(reply, readVersions);
    return { fault, interpreter: value === null ? null : { number, name, current, ...value } };
  });
  const told = read.flatMap(({ interpreter }): Interpreter[] => (interpreter === null ? [] : [interpreter]));
  const fit = told.filter(({ urllib3, requests }) => urllib3 !== null && requests !== null);
  const some = fit.some(({ kaptain }) => kaptain !== null);
  const rank = ({ current, kaptain }: Interpreter): number => (current ? 0 : kaptain !== null ? 1 : 2);
  const interpreters = fit
    .filter(({ current, kaptain }) => current || kaptain !== null || !some)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_KERNELS);
  if (interpreters.length > 0) {
    return { interpreters, absent: null };
  }
  const fault = read.find(item => item.fault !== null)?.fault ?? 'no-interpreter';
  return { interpreters, absent: told.length > 0 ? 'unfit' : fault };
}

/** Versions of the notebook's Python: they decide how it judges. */
export const pythonCollector = collector({
  gives: 'python',
  needs: [],
  cost: 'local',
  limitMs: SURVEY_MS,
  async collect(_, context) {
    const host = context.options.witness;
    return {
      value: host === undefined ? chooseInterpreters([]) : chooseInterpreters(await host.survey(patienceOf(context)))
    };
  }
});

/** `--resolve`: the address that stands for DNS; null where it says nothing about this host. */
function mappedAddress({ hostname, port }: FactMap['address'], rules: RunOptions['resolve']): string | null {
  const rule = rules.find(item => sameHost(item.host, hostname) && item.port === port);
  return rule?.address.replace(/^\[|\]$/g, '') ?? null;
}

async function testify(
  host: WitnessHost,
  interpreter: Interpreter,
  question: Parameters<WitnessHost['handshake']>[1],
  patience: Patience
): Promise<Testimony> {
  const { value, fault } = readReply(await host.handshake(interpreter.number, question, patience), readGreeted);
  return { interpreter, greeted: value, fault };
}

/** What the notebook's own Python makes of the registry's certificate, with the CA file that the SDK would get. */
export const witnessCollector = collector({
  gives: 'witness',
  needs: ['address', 'ca.file', 'trust', 'python'],
  cost: 'network',
  limitMs: 6000,
  async collect({ address, 'ca.file': file, trust, python }, context): Promise<{ value: WitnessFacts }> {
    const { witness, at, resolve } = context.options;
    if (witness === undefined || at !== null || python.interpreters.length === 0) {
      return {
        value: { testimonies: [], absent: at !== null && witness !== undefined ? 'other-time' : python.absent }
      };
    }
    const question = {
      host: address.hostname,
      port: address.port,
      address: mappedAddress(address, resolve),
      // A publicly trusted registry gets no certificate provider (design 6.4); without a file none can be given.
      caFile: trust.publiclyTrusted || trust.caFile === 'absent' ? null : file.path
    };
    const patience = patienceOf(context);
    const testimonies = await Promise.all(
      python.interpreters.map(interpreter => testify(witness, interpreter, question, patience))
    );
    return { value: { testimonies, absent: null } };
  }
});

/** Where the SDK is in the notebook's Python and what it offers. */
export const sdkCollector = collector({
  gives: 'sdk',
  needs: ['python'],
  cost: 'local',
  limitMs: 5000,
  async collect({ python }, context) {
    const [interpreter] = python.interpreters;
    const host = context.options.witness;
    const nothing = { found: false, version: null, classes: [], storageProvider: null };
    if (interpreter === undefined || host === undefined) {
      return { value: { ...nothing, interpreter: null, absent: python.absent } };
    }
    if (interpreter.kaptain === null) {
      // Its survey has said so already.
      return { value: { ...nothing, interpreter, absent: null } };
    }
    const { value, fault } = readReply(await host.sdk(interpreter.number, patienceOf(context)), readSdk);
    return { value: { ...(value ?? nothing), interpreter, absent: fault } };
  }
});

export const witnessCollectors = [pythonCollector, witnessCollector, sdkCollector];
