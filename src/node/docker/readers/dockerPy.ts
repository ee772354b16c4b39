import type { DockerConfigFacts, PythonEntryFacts } from '../facts.ts';
import { anonymous, NO_ENTRY, NO_FILE, NO_HELPER, outcomeOf, refused, type Asked, type Found } from './types.ts';

/** docker-py 7.2.0 `docker/auth.py`: whatever is no JSON is an empty config, without a word. */
export function readAsDockerPy(facts: DockerConfigFacts, asked: Asked): Found {
  const { state } = facts.document;
  if (state === 'unavailable' || state === 'changing') {
    return anonymous(NO_FILE);
  }
  if (facts.trailing !== null || facts.notUtf8) {
    return anonymous('it takes the file for a config without logins');
  }
  if (facts.pythonEntries === null) {
    return refused('it stops at a value in the file');
  }
  const registry = asked.hub ? 'docker.io' : asked.host;
  const helper = facts.pythonHelpers.credHelpers.findLast(item => item.key === registry)?.program ?? '';
  if (helper !== '' || facts.pythonHelpers.credsStore !== '') {
    return refused(NO_HELPER);
  }
  const exact = facts.pythonEntries.find(entry => entry.names.exact === registry);
  if (exact !== undefined) {
    return found(exact, 'the entry has exactly this name');
  }
  const reduced = facts.pythonEntries.find(entry => entry.names.dockerPy === registry);
  if (reduced !== undefined) {
    return found(reduced, 'it is the first entry with this name once scheme and path are cut off');
  }
  return anonymous(state === 'ok' || state === 'legacy' ? NO_ENTRY : 'it takes the file for a config without logins');
}

function found(entry: PythonEntryFacts, why: string): Found {
  return {
    outcomes: [outcomeOf(entry.login, entry.key)],
    why: entry.login.kind === 'anonymous' ? 'the entry holds no login that it reads' : why
  };
}
