import type { ConsumerLogin, EntryFacts, LoginFacts, Reader, ReaderResult } from './facts.ts';
import { READERS } from './facts.ts';
import { isHub } from './hosts.ts';
import { NO_ENTRY } from './readers/types.ts';

/** What stands in the Docker config for one registry, by the rules of docker. */
export interface Named {
  host: string;
  readers: readonly ReaderResult[];
  /** Entries that name the registry. */
  entries: readonly EntryFacts[];
  /** Entries with the same name and another port or spelling. */
  sameName: readonly EntryFacts[];
}

/** Profile whose reader stands for the nodes: kubelet, as containerd gets its logins from it. */
const NODES_READER: Reader = 'kubelet';

/** A builder that was not measured is read as what current Kaniko uses: go-containerregistry. */
export function readerOf(builder: string): Reader {
  return READERS.find(reader => reader === builder) ?? 'ggcr';
}

export function resultOf(readers: readonly ReaderResult[], reader: Reader): ReaderResult {
  return readers.find(one => one.reader === reader) as ReaderResult;
}

/** Whether the key of an entry is the registry itself, letter by letter. */
export function isExact(entry: EntryFacts, host: string): boolean {
  return entry.names.exact === host || (isHub(host) && entry.names.exact === 'https://index.docker.io/v1/');
}

/**
 * Which entry each of the three consumers finds for a registry, and why.
 *
 * @param builder - name of the builder's profile
 */
export function consumerLogins(named: Named, builder: string): LoginFacts['consumers'] {
  const built = resultOf(named.readers, readerOf(builder));
  const node = resultOf(named.readers, NODES_READER);
  return {
    sdk: sdkLogin(named),
    builder: { finds: findsOf(built), reader: built.reader, entry: built.entry, why: built.why },
    // The machines get their logins from pull Secrets, which may hold this file or not.
    nodes: { finds: 'unknown', reader: node.reader, entry: node.entry, why: node.why }
  };
}

function findsOf({ kind, deterministic, outcomes }: ReaderResult): ConsumerLogin['finds'] {
  const logins = new Set(outcomes.map(outcome => outcome.credential?.fingerprint ?? outcome.kind));
  // Where chance decides between different logins, what works now may be refused the next time.
  if (!deterministic && logins.size > 1) {
    return 'unknown';
  }
  return kind === 'error' || kind === 'panic' ? 'error' : kind === 'anonymous' || kind === 'empty' ? 'none' : 'found';
}

/**
 * How the SDK looks an entry up is not published. Certain are: no entry at all; and the two spellings that Kaptain's
 * documentation shows, where Python gets a name and a password out of the entry.
 */
function sdkLogin({ host, readers, entries, sameName }: Named): ConsumerLogin {
  const python = resultOf(readers, 'docker-py');
  const bare = entries.filter(entry => !entry.hasPath);
  const known =
    bare.find(entry => isExact(entry, host)) ??
    (bare.length === 1 ? bare.find(entry => isDocumented(entry, host)) : undefined);
  if (known === undefined) {
    const [near] = [...entries, ...sameName];
    return near === undefined
      ? { finds: 'none', reader: null, entry: null, why: whyNone(readers) }
      : {
          finds: 'unknown',
          reader: null,
          entry: near.key,
          why: "how the SDK looks up a login is not published, and Kaptain's documentation does not show a name like this"
        };
  }
  const holdsLogin = known.logins.docker.kind === 'login';
  const by = { reader: null, entry: known.key };
  if (holdsLogin && python.kind === 'basic') {
    const why = isExact(known, host)
      ? 'the entry has exactly this name'
      : "Kaptain's documentation shows this form of the name";
    return { ...by, finds: 'found', why };
  }
  return holdsLogin || python.credential !== null
    ? { ...by, finds: 'unknown', why: 'how the SDK reads a login of this form is not published' }
    : { ...by, finds: 'none', why: 'Python gets no user name and password out of the entry' };
}

/** Where not even docker, which forgives most, finds an entry, its reason is everybody's. */
function whyNone(readers: readonly ReaderResult[]): string {
  const docker = resultOf(readers, 'docker-cli');
  return docker.entry === null ? docker.why : NO_ENTRY;
}

/** The spelling of Kaptain's guide, with and without its slash. */
function isDocumented(entry: EntryFacts, host: string): boolean {
  return [`https://${host}/`, `https://${host}`].includes(entry.names.exact ?? '');
}
