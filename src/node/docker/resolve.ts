import { consumerLogins, isExact, readerOf, resultOf } from './consumers.ts';
import type { CredentialFacts, DockerConfigFacts, EntryFacts, LoginFacts, ReaderResult } from './facts.ts';
import { isHub, isPattern } from './hosts.ts';
import { describeKey } from './keys.ts';
import { readLogins } from './readers.ts';
import { globMatches } from './readers/kubelet.ts';

/**
 * Which login each program finds for a registry, and what stands near it.
 *
 * @param host - `host[:port]` as given
 * @param builder - name of the builder's profile
 */
export function resolveLogin(config: DockerConfigFacts, host: string, builder: string): LoginFacts {
  const readers = readLogins(config, host, null);
  const built = resultOf(readers, readerOf(builder));
  const named = config.entries.filter(entry => names(entry, host));
  const entries = [...named.filter(entry => isExact(entry, host)), ...named.filter(entry => !isExact(entry, host))];
  const others = config.entries.filter(entry => !entries.includes(entry));
  const asked = describeKey(host, 0).near ?? { name: host.toLowerCase(), port: '' };
  const sameName = others.filter(entry => entry.near?.name === asked.name);
  const credential = credentialOf(built, resultOf(readers, 'docker-cli'), entries);
  const withheld = credential !== null && entries.some(entry => entry.notUtf8 && holds(entry, credential));
  return {
    host,
    credential: withheld ? null : credential,
    withheld,
    readers,
    consumers: consumerLogins({ host, readers, entries, sameName }, builder),
    entry: entries[0] ?? null,
    entries,
    patterns: config.entries.filter(
      entry => entry.glob !== null && isPattern(entry.glob.host) && globMatches(entry.glob, host, '')
    ),
    damagedOthers: others.filter(isDamaged),
    helper: helperOf(config, host),
    otherPort: sameName.filter(entry => entry.near?.port !== asked.port),
    otherSpelling: sameName.filter(entry => entry.near?.port === asked.port)
  };
}

/** Whether docker or Kaniko refuses the whole file for this entry. */
export function isDamaged({ logins }: EntryFacts): boolean {
  return logins.docker.kind === 'error' || logins['docker-2019'].kind === 'error';
}

function holds({ logins }: EntryFacts, credential: CredentialFacts): boolean {
  return logins.docker.kind === 'login' && logins.docker.credential.fingerprint === credential.fingerprint;
}

function names(entry: EntryFacts, host: string): boolean {
  return (
    isExact(entry, host) || entry.names.docker === host || (isHub(host) && entry.host !== null && isHub(entry.host))
  );
}

/** docker asks the helper of the registry, else the one for all. */
function helperOf(config: DockerConfigFacts, host: string): string | null {
  const key = isHub(host) ? 'https://index.docker.io/v1/' : host;
  const program = config.credHelpers.findLast(helper => helper.key === key)?.program ?? config.credsStore;
  return program === '' ? null : program;
}

/** What the builder sends, else what docker sends, else what stands in the entry although both stop at something else. */
function credentialOf(
  builder: ReaderResult,
  docker: ReaderResult,
  entries: readonly EntryFacts[]
): CredentialFacts | null {
  const own = entries[0]?.logins.docker;
  return builder.credential ?? docker.credential ?? (own?.kind === 'login' ? own.credential : null);
}
