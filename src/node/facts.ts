import type { CertificateFacts, CaContentFacts, TrustFacts } from './x509/facts.ts';
import type { DockerConfigFacts, LoginFacts } from './docker/facts.ts';
import type {
  BuilderRouteFacts,
  ConnectionFacts,
  ImagesFacts,
  LoginServiceFacts,
  PingFacts,
  ProxyFacts,
  PushFacts,
  RepositoryFacts,
  ResolutionFacts,
  SessionFacts,
  TlsFacts
} from './registry/facts.ts';
import type { PoliciesFacts } from './kube/facts.ts';
import type { PythonFacts, SdkFacts, WitnessFacts } from './witness/facts.ts';

/** What requests reads when it is given no CA file of its own, the first one first (`sessions.py`). */
export const BUNDLE_VARIABLES = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] as const;
export type BundleVariable = (typeof BUNDLE_VARIABLES)[number];

/** Environment of the notebook: derived facts, no value of a secret variable. */
export interface EnvironmentFacts {
  /** Home of the notebook's kernel: absolute path. */
  home: string;
  /** Whether this process runs in a Kubernetes pod (service-account mount or KUBERNETES_SERVICE_HOST). */
  inPod: boolean;
  /** Namespace of the pod, when it can be read. */
  namespace: string | null;
  /** Whether `$HOME/.aws/credentials` is a file: a Docker config elsewhere needs it for the Config cell (design 6.3). */
  awsCredentials: boolean;
  /** The variable that names a list of CAs for Python's requests, where there is no such file or folder. */
  missingBundle: BundleVariable | null;
  /** Variables of the allow-list that are set and hold no secret, by name. */
  variables: Readonly<Record<string, string>>;
}

/** Where a file was looked for, and why there. */
export type PlaceOrigin = 'default' | 'option' | 'setting' | 'kubeflow-home';

/** What stands at a place: derived facts only. */
export interface FileFacts {
  /** Path that was read, or the first default place when nothing was found. */
  path: string;
  origin: PlaceOrigin;
  /** Whether it is where the SDK's `default()` looks: `$HOME/.docker/config.json` or `$HOME/.tls/certificate.crt`. */
  isDefault: boolean;
  state: 'file' | 'missing' | 'directory' | 'unreadable' | 'dangling-link' | 'special' | 'changing';
  /** Size in bytes; 0 when there is no file. */
  size: number;
  /** Larger than the limit (64 KiB config, 1 MiB CA): it was not read. */
  tooLarge: boolean;
  errorClass: string | null;
  /** Access bits (`0o644`); 0 when there is no file. */
  mode: number;
  /** Last change of its content, milliseconds since 1970; null when there is no file. Of a mounted Secret: when it came here. */
  changedAt: number | null;
  /** The file itself is a mount point: mounted with subPath, so it never follows its Secret. */
  isMountPoint: boolean;
  folder: {
    path: string;
    exists: boolean;
    /** A Kubernetes projection: `..data` is a link, or the file is a link into one. */
    isProjection: boolean;
    /** Something is mounted on it. */
    isMountPoint: boolean;
    /** The mount that it lies on does not allow to write. */
    isReadOnly: boolean;
    /** This user may not enter it, or one above it. */
    isClosed: boolean;
    /** Names in the folder, hidden ones of the projection left out; 20 at most. */
    names: readonly string[];
  };
  /** Same file under the other home (`/home/kubeflow`) when HOME is elsewhere; null when there is none. */
  elsewhere: string | null;
}

/** What makes a program read another Docker config. */
export type OtherConfigSource =
  'DOCKER_CONFIG' | 'DOCKER_AUTH_CONFIG' | 'REGISTRY_AUTH_FILE' | 'containers' | 'kubeflow-home';

/** A Docker config beside the one that is judged. */
export interface OtherConfigFacts {
  source: OtherConfigSource;
  /** Null for one that stands in a variable. */
  path: string | null;
  /** Registries for which it holds another login than the one that is judged. */
  differs: readonly string[];
  /** Registries that it names. */
  hosts: readonly string[];
  /** There is no such file: the variable leads nowhere, or holds the content of one. */
  missing: boolean;
}

/** The address a registry was given by. */
export interface AddressFacts {
  /** As typed. */
  given: string;
  valid: boolean;
  /** Name or address without brackets; empty when not valid. */
  hostname: string;
  /** 443 when none was given. */
  port: number;
  kind: 'name' | 'ipv4' | 'ipv6';
  /** What is wrong with it. */
  fault: 'empty' | 'scheme' | 'path' | 'space' | 'port' | 'userinfo' | 'characters' | null;
}

/** Every fact, by name. */
export interface FactMap {
  environment: EnvironmentFacts;
  'config.file': FileFacts;
  'config.content': DockerConfigFacts;
  'config.others': readonly OtherConfigFacts[];
  'ca.file': FileFacts;
  'ca.content': CaContentFacts;
  python: PythonFacts;
  sdk: SdkFacts;
  images: ImagesFacts;
  policies: PoliciesFacts;
  address: AddressFacts;
  login: LoginFacts;
  proxy: ProxyFacts;
  resolution: ResolutionFacts;
  connection: ConnectionFacts;
  tls: TlsFacts;
  trust: TrustFacts;
  witness: WitnessFacts;
  ping: PingFacts;
  'login.service': LoginServiceFacts;
  session: SessionFacts;
  repository: RepositoryFacts;
  push: PushFacts;
  'builder.route': BuilderRouteFacts;
}

export type FactName = keyof FactMap;

/** How often a fact is collected: once per run, or for each registry or notebook of it. */
export type FactScope = 'run' | 'registry' | 'notebook';

/** Every fact with its scope. */
export const FACTS = {
  environment: { per: 'run' },
  'config.file': { per: 'run' },
  'config.content': { per: 'run' },
  'config.others': { per: 'run' },
  'ca.file': { per: 'run' },
  'ca.content': { per: 'run' },
  python: { per: 'run' },
  sdk: { per: 'run' },
  images: { per: 'run' },
  policies: { per: 'run' },
  address: { per: 'registry' },
  login: { per: 'registry' },
  proxy: { per: 'registry' },
  resolution: { per: 'registry' },
  connection: { per: 'registry' },
  tls: { per: 'registry' },
  trust: { per: 'registry' },
  witness: { per: 'registry' },
  ping: { per: 'registry' },
  'login.service': { per: 'registry' },
  session: { per: 'registry' },
  repository: { per: 'registry' },
  push: { per: 'registry' },
  'builder.route': { per: 'registry' }
} as const satisfies Record<FactName, { per: FactScope }>;

export type { CertificateFacts };
