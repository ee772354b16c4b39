import { objectArg, objectsArg, type ObjectArg } from '../../common/args.ts';
import { PROFILES } from '../x509/profiles.ts';

const PYTHON_WORDS: Readonly<Record<string, string>> = {
  'python3.7+requests2.27+urllib3-1.26': 'Python with urllib3 1.26',
  'python3.11+urllib3-1.26': 'Python with urllib3 1.26',
  'python3.7+urllib3-2.0': 'Python up to 3.12 with urllib3 2',
  'python3.11+urllib3-2.8': 'Python up to 3.12 with urllib3 2',
  'python3.13+urllib3-2.8': 'Python 3.13 with urllib3 2.8'
};

function goWords(minors: readonly number[], all: readonly number[]): string[] {
  if (minors.length === 0) {
    return [];
  }
  if (minors.length === all.length) {
    return ['Go'];
  }
  const isRun = all.indexOf(minors.at(-1) as number) - all.indexOf(minors[0] as number) === minors.length - 1;
  return isRun && minors.length > 1
    ? [`Go 1.${minors[0]} to 1.${minors.at(-1)}`]
    : minors.map(minor => `Go 1.${minor}`);
}

/** Names of programs as people know them, versions drawn together. */
export function programWords(profiles: readonly string[]): readonly ObjectArg[] {
  const all = PROFILES.flatMap(profile => (profile.family === 'go' ? [profile.minor] : []));
  const pythons = PROFILES.filter(({ family }) => family === 'python').map(({ name }) => name);
  const own = pythons.filter(name => profiles.includes(name));
  const words = own.length === pythons.length ? ['Python'] : [...new Set(own.map(name => PYTHON_WORDS[name] ?? name))];
  const minors = PROFILES.flatMap(profile =>
    profile.family === 'go' && profiles.includes(profile.name) ? [profile.minor] : []
  );
  return objectsArg([...words, ...goWords(minors, all)]);
}

/** Which programs refuse and which do not, as evidence. */
export function programEvidence(refusing: readonly string[]): { label: string; value: readonly ObjectArg[] }[] {
  const others = PROFILES.map(({ name }) => name).filter(name => !refusing.includes(name));
  return [
    { label: 'Refused by', value: programWords(refusing) },
    ...(others.length === 0 ? [] : [{ label: 'Accepted by', value: programWords(others) }])
  ];
}

/** Names of extensions and rules that a person may look up. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  'negative-serial': 'a negative serial number',
  'duplicate-extension': 'an extension that stands there twice',
  'algorithms-differ': 'two different signature algorithms',
  'printable-string': 'a character such as @ or _ in a name of the kind PrintableString',
  'utf8-string': 'a name that is no valid text',
  'ia5-string': 'a name that is no plain ASCII text',
  'other-string': 'a name of a rare kind of text',
  'san-not-ascii': 'an alternative name with letters outside of ASCII',
  'san-uri': 'a malformed web address among the alternative names',
  'san-ip': 'a malformed address among the alternative names',
  curve: 'a curve that Go does not know',
  key: 'a malformed key',
  'ski-critical': 'a key identifier that is marked as critical',
  'aki-critical': 'a key identifier that is marked as critical',
  'aia-critical': 'an access description that is marked as critical',
  extension: 'a malformed extension',
  dates: 'a malformed date',
  'trailing-bytes': 'extra bytes at the end'
};

/** A rule of the certificate format in words. */
export function ruleWords(rule: string): ObjectArg {
  return objectArg(RULE_WORDS[rule] ?? rule);
}
