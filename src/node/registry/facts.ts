/** Facts about the network and the registry. Refined by the registry room. */
import type { ConsumerVerdict } from '../../common/finding.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import type { ReferenceFault } from './reference.ts';

export type Route = 'direct' | 'proxy';

/** What an address is, apart from being an address. */
export type AddressKind = 'ordinary' | 'private' | 'loopback' | 'link-local' | 'unspecified' | 'multicast';

/** Which way each program takes to the registry, by its own reading of the proxy variables. */
export interface ProxyFacts {
  /** Python requests: the way that the connection from here takes too. */
  sdk: Route;
  /** The same with Python's requests of some years ago, which compares names otherwise. */
  olderSdk: Route;
  /** Go, if the builder has the same variables. */
  builder: Route;
  /** Node with `NODE_USE_ENV_PROXY`. */
  node: Route;
  /** NO_PROXY excludes the registry, but no_proxy, which Python prefers, does not. */
  shadowed: boolean;
  /** The proxy of `sdk`, else of `builder`; null when no program uses one. */
  proxy: {
    /** `host:port`, without login; empty when it cannot be read. */
    address: string;
    hasLogin: boolean;
    /** Whether it is a plain HTTP proxy, the only kind that the connection from here can use. */
    usable: boolean;
    /** `https`: the connection to the proxy is encrypted too. */
    kind: 'http' | 'https' | 'socks' | 'unreadable';
    /** Variable that names it. */
    variable: string;
  } | null;
}

export interface ResolutionFacts {
  outcome: 'found' | 'not-found' | 'no-answer';
  /** Name or address that was looked up: the registry's, or the proxy's when the way goes through one. */
  host: string;
  via: Route;
  /** In the order in which they are dialled. */
  addresses: readonly string[];
  kinds: readonly AddressKind[];
  /** Given by `--resolve` instead of the name service. */
  mapped: boolean;
  /** Times that the name service was asked: 2 when it said "try again", 0 for an address. */
  tries: number;
  errorClass: string | null;
  durationMs: number;
}

export type ConnectOutcome = 'open' | 'refused' | 'timeout' | 'reset' | 'unreachable' | 'other';

export interface ConnectionFacts {
  outcome: ConnectOutcome | 'proxy-refused' | 'proxy-unusable';
  via: Route;
  /** `host:port` that was dialled: the registry's, or the proxy's. */
  target: string;
  /** The address that answered, else the last one that was dialled. */
  address: string;
  /** Every try, in order. */
  tries: readonly { address: string; outcome: ConnectOutcome }[];
  errorClass: string | null;
  /** Where a proxy broke off; null without a proxy, or when it did its part. */
  proxyFault: 'status' | 'login' | 'cut' | 'silent' | 'not-http' | null;
  /** Status of the proxy's answer; 0 without one. */
  proxyStatus: number;
  durationMs: number;
}

/** The encrypted greeting, made without credentials and without judging the certificate. */
export interface TlsFacts {
  outcome:
    | 'done'
    /** The port speaks HTTP without TLS: seen in its answer to a plain request. */
    | 'plain-http'
    /** Something answers that is neither TLS nor HTTP. */
    | 'not-tls'
    /** A service mesh answered a plain request. */
    | 'mesh'
    | 'cut'
    | 'silent'
    /** No TLS version in common. */
    | 'version'
    /** The server broke off because no client certificate was sent. */
    | 'client-certificate'
    | 'alert'
    /** The certificates are more than OpenSSL takes. */
    | 'too-large'
    | 'other';
  /** Whether any byte of an answer had come before the greeting failed. */
  answered: boolean;
  errorClass: string | null;
  /** `TLSv1` … `TLSv1.3`; null when the greeting failed. */
  protocol: string | null;
  cipher: string | null;
  /** Whether a greeting succeeds that offers only what every current program takes; null when there was none at all. */
  modern: boolean | null;
  /** As sent, leaf first. Certificates that cannot be read are left out and counted. */
  chain: readonly CertificateFacts[];
  /** What kept certificates of the chain from being read: position (leaf = 0) and class of the fault. */
  unread: readonly { position: number; fault: string }[];
  /** More certificates were sent than are read (100). */
  chainCut: boolean;
  /** Bytes of the message that brought the chain, at least; 0 when it is not known. */
  chainBytes: number;
  /** Status of the plain HTTP answer; 0 without one. */
  plainStatus: number;
  durationMs: number;
}

export type BodyClass = 'none' | 'json' | 'html' | 'other' | 'encoded' | 'too-large' | 'unfinished';

/** The answer to `GET /v2/`, without credentials. */
export interface PingFacts {
  /** Behind the encryption somebody complains of plain HTTP on a port for HTTPS (texts of Go and nginx). */
  httpBehind: boolean;
  outcome: 'answered' | 'cut' | 'silent' | 'client-certificate' | 'malformed' | 'other';
  /** 0 without an answer. */
  status: number;
  body: BodyClass;
  /** `Docker-Distribution-Api-Version` names `registry/2.0`. */
  apiHeader: boolean;
  /** The `Date` header, milliseconds since 1970; null when there is none that can be read. */
  date: number | null;
  /** When the answer came, by this machine's clock, milliseconds since 1970. */
  receivedAt: number;
  /** The answer is Envoy's own, not one that it passed on. */
  envoy: boolean;
  /** There is no `/v2/`, and `/v1/_ping` answers as a registry of the first version. */
  version1: boolean;
  redirect: { to: 'same-host' | 'other-host' | 'plain-http' | 'unreadable' | 'loop'; target: string } | null;
  /** Seconds that `Retry-After` asks for; null without it. */
  retryAfter: number | null;
  /** Requests that were sent: 2 when 429, 502, 503 or 504 was tried once more. */
  tries: number;
  /** Schemes of the challenges in WWW-Authenticate, in lower case; their parameters stay with the collectors. */
  schemes: readonly string[];
  /** A WWW-Authenticate line breaks the grammar. */
  challengeFault: boolean;
  /** python-dxf can read the lines. */
  pythonReads: boolean;
  errorClass: string | null;
  durationMs: number;
}

export type RealmFault = 'plain-http' | 'private-address' | 'unreadable';

export interface RealmFacts {
  /** `host[:port]`, as the registry wrote it. */
  host: string;
  /** It is the registry's own host and port. */
  own: boolean;
  fault: RealmFault | null;
  /** Whether a connection could be had; `not-tried` for the registry's own and for a faulty one. */
  reach: 'not-tried' | 'open' | 'failed';
  errorClass: string | null;
  /** Trust in its certificate, by our rules; null when it was not judged. */
  trust: { sdk: ConsumerVerdict; builder: ConsumerVerdict } | null;
}

/** How the registry wants to be logged in to. */
export interface LoginServiceFacts {
  kind: 'none' | 'basic' | 'bearer' | 'unusable';
  fault: 'no-challenge' | 'unknown-scheme' | 'malformed' | null;
  /** The challenge is usable, and python-dxf stops at the line. */
  pythonStops: boolean;
  /** The `service` of a Bearer challenge is there: python-dxf needs it. */
  hasService: boolean;
  realm: RealmFacts | null;
}

export type NotSentReason =
  /** The verified session could not be set up by this program's own TLS rules. */
  | 'session-not-verified'
  /** The session presented another certificate than the one that was judged. */
  | 'other-certificate'
  /** A certificate that this program's TLS library cannot hold. */
  | 'unsafe-certificate'
  /** The kind of login does not fit what the registry asks for. */
  | 'login-kind'
  /** The login is no UTF-8: programs send different bytes for it. */
  | 'not-utf8'
  /** The way was lost between the first and the second connection. */
  | 'connection'
  /** The login service that was named was not judged, or must not get a login. */
  | 'login-service';

/** One image that was named, on the registry that its name says. */
export interface NamedImage {
  /** Path on the registry. */
  repository: string;
  tag: string | null;
  digest: string | null;
  /** `push`: it is going to be built, and need not be there. `pull`: it has to be there. */
  role: 'pull' | 'push';
}

/** Images that were named, whichever registry they are on. */
export interface ImagesFacts {
  images: readonly {
    /** As typed, cut to what an image's name may hold. */
    given: string;
    fault: ReferenceFault | null;
    /** `host[:port]`; null when the name does not say. */
    registry: string | null;
    /** A registry that everybody knows. */
    isPublic: boolean;
    /** Whether the Docker config has a login for it; `unknown` when a helper program would be asked. */
    login: 'found' | 'none' | 'unknown';
  }[];
}

/** How a registry takes a question about an image. */
export type ManifestOutcome =
  | 'found'
  /** The repository is there, the tag or digest is not. */
  | 'no-tag'
  | 'no-repository'
  /** Not there, and the registry does not say what of it. */
  | 'not-found'
  /** The login is right, and the registry says no. */
  | 'denied'
  /** The same as an answer that asks for a login again: some registries hide what is not there. */
  | 'hidden'
  | 'bad-name'
  | 'too-many'
  | 'web-page'
  /** Status 200 with something that is no manifest. */
  | 'not-a-manifest'
  | 'redirect'
  /** The login service gave no token for it. */
  | 'token-unusable'
  /** The login that was asked for only here was refused. */
  | 'refused'
  | 'no-login'
  | 'error'
  | 'not-sent';

export interface PulledImage extends NamedImage {
  outcome: ManifestOutcome;
  by: 'registry' | 'login-service';
  /** 0 without an answer. */
  status: number;
  /** `Docker-Content-Digest` is there: python-dxf needs it. */
  hasDigest: boolean;
  /** Whether a login went with it. */
  withLogin: boolean;
  redirect: string | null;
  reason: NotSentReason | null;
  tokenFault: SessionFacts['tokenFault'];
  tries: number;
  retryAfter: number | null;
  errorClass: string | null;
}

/** Pull of the images of one registry, tested by their manifests. */
export interface RepositoryFacts {
  images: readonly PulledImage[];
  /** Requests with credentials that were sent. */
  attempts: number;
  durationMs: number;
}

/** The right to push, tested by an upload that is begun and cancelled. */
export interface PushFacts {
  outcome:
    | 'not-tested'
    | 'granted'
    | 'denied'
    /** Asked to log in again although the login is right. */
    | 'hidden'
    /** The token says itself that it does not allow a push: no upload was begun. */
    | 'token-without-push'
    | 'no-repository'
    | 'bad-name'
    | 'read-only'
    | 'full'
    | 'immutable'
    | 'too-many'
    | 'redirect'
    | 'token-unusable'
    | 'refused'
    | 'no-login'
    | 'error'
    /** An answer that says neither yes nor no. */
    | 'cannot-tell'
    | 'not-sent';
  repository: string;
  tag: string | null;
  by: 'registry' | 'login-service';
  status: number;
  /** What became of the upload: `left` = the registry does not take it back, it ends by itself. */
  upload: 'none' | 'cancelled' | 'left';
  /** Where the upload's address leads: an unencrypted one makes every push fail. */
  location: 'none' | 'same-host' | 'other-host' | 'plain-http' | 'unreadable';
  target: string | null;
  reason: NotSentReason | null;
  tokenFault: SessionFacts['tokenFault'];
  retryAfter: number | null;
  errorClass: string | null;
  attempts: number;
  durationMs: number;
}

/** The builder's way to the registry, where its proxy rules give another than the SDK's. */
export interface BuilderRouteFacts {
  /** `same`: there is nothing to try. */
  outcome: 'same' | 'works' | 'fails';
  route: Route;
  errorClass: string | null;
}

/** What became of the login. */
export interface SessionFacts {
  outcome:
    | 'accepted'
    | 'refused'
    | 'forbidden'
    | 'too-many'
    /** Another status, or no complete answer. */
    | 'error'
    | 'token-unusable'
    | 'not-needed'
    | 'no-login'
    | 'not-sent';
  reason: NotSentReason | null;
  /** Who gave the last answer. */
  by: 'registry' | 'login-service' | null;
  /** 0 without an answer. */
  status: number;
  tokenFault: 'web-page' | 'not-json' | 'no-token' | 'not-accepted' | 'no-answer' | 'identity-token' | null;
  /** Life of the token in seconds, as its service said; null without a token, or when it did not say. */
  tokenSeconds: number | null;
  /** The service gave the token's life as something else than a whole number: Go programs stop at it. */
  tokenSecondsUnread: boolean;
  /** What became of the same login as Basic, where that is offered before Bearer; null when it was not tried. */
  basicToo: 'accepted' | 'refused' | null;
  /** The login was refused before in this process and was not sent again. */
  repeated: boolean;
  /** Requests with credentials that were sent. */
  attempts: number;
  retryAfter: number | null;
  errorClass: string | null;
  durationMs: number;
}
