import type { CauseId } from './causes.ts';
import type { Speaker } from './types.ts';

/**
 * The catalogue of error texts: what programs print when a registry does not work for them, as it was recorded from
 * them, read in their sources, or written in their documentation. Letters count; a text is looked for within a line.
 *
 * Where a text can have several meanings, the rows stand from the narrow one to the wide one: of those that fit at the
 * same place the first counts.
 */
export interface KnownText {
  /** What is looked for. */
  find: string;
  /** All of these stand in the same line. */
  with?: readonly string[];
  /** None of these stands in the same line. */
  without?: readonly string[];
  /** What follows, within 200 characters. */
  then?: RegExp;
  cause: CauseId;
  /** `general`: says that it failed, not why: counts only when nothing else does. */
  rank?: 'general';
  /** No error by itself: when one of these follows, this is why. */
  explains?: readonly CauseId[];
  /** Counts only in a traceback that goes through python-dxf, or through its login. */
  only?: 'dxf' | 'dxf-login';
  /** Is about a registry, the SDK or the cluster by itself; other texts need a sign of a registry beside them. */
  sure?: true;
  /** Who says it, where it is not the one of the group. */
  by?: Family;
}

/** Who can say a text. `python`: code in the notebook. `go`: whoever the words around it belong to. */
export type Family = Speaker | 'python' | 'go';

/** Texts of one program. */
export interface TextGroup {
  program: string;
  by: Family;
  /** Holds for every row. */
  sure?: true;
  texts: readonly KnownText[];
}

/** Hosts and paths of logins: the request was for a token, not for the registry itself. */
const TOKEN = 'scope=repository';
const CONFIG = '.docker/config.json';
const CA_FILE = '.tls/';
/** What a registry answers when a login is missing or wrong. */
const LOGIN_CAUSES = ['login-refused', 'login-missing', 'push-login', 'pull-access', 'image-pull'] as const;

export const TEXT_GROUPS: readonly TextGroup[] = [
  {
    program: 'Python ssl (OpenSSL 1.1 and 3)',
    by: 'python',
    texts: [
      { find: 'unable to get local issuer certificate', with: [TOKEN], cause: 'login-service-trust' },
      { find: 'unable to get local issuer certificate', cause: 'untrusted' },
      { find: 'unable to get issuer certificate', cause: 'root-missing' },
      { find: 'self-signed certificate in certificate chain', with: [TOKEN], cause: 'login-service-trust' },
      { find: 'self-signed certificate in certificate chain', cause: 'root-unknown' },
      { find: 'self signed certificate in certificate chain', cause: 'root-unknown' },
      { find: 'self-signed certificate', cause: 'self-signed' },
      { find: 'self signed certificate', cause: 'self-signed' },
      { find: 'unable to verify the first certificate', cause: 'untrusted' },
      { find: 'certificate signature failure', cause: 'renewed-ca' },
      { find: 'invalid CA certificate', cause: 'not-a-ca' },
      { find: 'certificate has expired', with: ['CERTIFICATE_VERIFY_FAILED'], cause: 'expired' },
      { find: 'certificate is not yet valid', cause: 'not-yet-valid' },
      { find: 'Hostname mismatch, certificate is not valid for', cause: 'no-name' },
      { find: 'IP address mismatch, certificate is not valid for', cause: 'by-address' },
      { find: 'certificate rejected', cause: 'ca-forbidden' },
      { find: 'digest algorithm too weak', cause: 'weak' },
      { find: 'certificate key too weak', cause: 'weak' },
      { find: 'EE_KEY_TOO_SMALL', cause: 'weak' },
      { find: 'CA_MD_TOO_WEAK', cause: 'weak' },
      { find: 'dh key too small', cause: 'weak' },
      { find: 'Missing Authority Key Identifier', cause: 'strict' },
      { find: 'Missing Subject Key Identifier', cause: 'strict' },
      { find: 'Basic Constraints of CA cert not marked critical', cause: 'strict' },
      { find: 'CA cert does not include key usage extension', cause: 'strict' },
      { find: 'Empty Subject Alternative Name extension', cause: 'strict' },
      { find: 'Subject empty and Subject Alt Name extension not critical', cause: 'strict' },
      { find: 'Path length invalid for non-CA cert', cause: 'strict' },
      { find: 'permitted subtree violation', cause: 'not-allowed-to-sign' },
      { find: 'excluded subtree violation', cause: 'not-allowed-to-sign' },
      { find: 'path length constraint exceeded', cause: 'not-allowed-to-sign' },
      { find: 'unsuitable certificate purpose', cause: 'not-allowed-to-sign' },
      { find: 'unsupported certificate purpose', cause: 'not-allowed-to-sign' },
      { find: 'unhandled critical extension', with: ['CERTIFICATE_VERIFY_FAILED'], cause: 'critical' },
      { find: 'NO_CERTIFICATE_OR_CRL_FOUND', cause: 'ca-file-without' },
      { find: 'no certificate or crl found', cause: 'ca-file-without' },
      { find: '[X509] PEM lib', cause: 'ca-file-damaged' },
      { find: '[SSL] PEM lib', cause: 'ca-file-damaged' },
      { find: 'BAD_BASE64_DECODE', cause: 'ca-file-damaged' },
      { find: 'BAD_END_LINE', cause: 'ca-file-damaged' },
      { find: 'WRONG_VERSION_NUMBER', cause: 'plain-http' },
      { find: 'UNKNOWN_PROTOCOL', cause: 'plain-http' },
      { find: 'HTTP_REQUEST', with: ['[SSL:'], cause: 'plain-http' },
      { find: 'RECORD_LAYER_FAILURE', cause: 'plain-http' },
      { find: 'TLSV1_ALERT_PROTOCOL_VERSION', cause: 'tls-version' },
      { find: 'UNSUPPORTED_PROTOCOL', cause: 'tls-version' },
      { find: 'NO_PROTOCOLS_AVAILABLE', cause: 'tls-version' },
      { find: 'UNSAFE_LEGACY_RENEGOTIATION_DISABLED', cause: 'tls-version' },
      { find: 'SSLV3_ALERT_HANDSHAKE_FAILURE', cause: 'handshake' },
      { find: 'TLSV13_ALERT_CERTIFICATE_REQUIRED', cause: 'client-certificate' },
      { find: 'SSLV3_ALERT_BAD_CERTIFICATE', cause: 'client-certificate' },
      { find: 'TLSV1_UNRECOGNIZED_NAME', cause: 'server-name' },
      { find: 'UNEXPECTED_EOF_WHILE_READING', cause: 'cut' },
      { find: 'EOF occurred in violation of protocol', cause: 'cut' },
      { find: 'CERTIFICATE_VERIFY_FAILED', cause: 'certificate', rank: 'general' }
    ]
  },
  {
    program: 'urllib3 1.26 and 2, requests',
    by: 'python',
    texts: [
      { find: "hostname '", then: /^(?:\d{1,3}\.){3}\d{1,3}' doesn't match/, cause: 'by-address' },
      { find: "hostname '", with: ["' doesn't match"], cause: 'other-name' },
      { find: 'no appropriate subjectAltName fields were found', cause: 'common-name' },
      { find: 'Could not find a suitable TLS CA certificate bundle', cause: 'ca-file-missing' },
      { find: 'Tunnel connection failed', cause: 'proxy' },
      { find: 'Unable to connect to proxy', cause: 'proxy' },
      { find: 'Cannot connect to proxy', cause: 'proxy' },
      { find: 'Your proxy appears to only use HTTP', cause: 'proxy' },
      { find: 'Name or service not known', with: [TOKEN], cause: 'login-service' },
      { find: 'Name or service not known', cause: 'name-unknown' },
      { find: 'No address associated with hostname', cause: 'name-unknown' },
      { find: 'nodename nor servname provided', cause: 'name-unknown' },
      { find: 'Temporary failure in name resolution', with: [TOKEN], cause: 'login-service' },
      { find: 'Temporary failure in name resolution', cause: 'name-service' },
      { find: 'Connection refused', with: [TOKEN], cause: 'login-service' },
      { find: 'Connection refused', cause: 'refused' },
      { find: 'No route to host', cause: 'no-route' },
      { find: 'Network is unreachable', cause: 'no-route' },
      { find: 'timed out. (connect timeout', cause: 'timeout' },
      { find: 'Read timed out', cause: 'timeout' },
      { find: 'Connection timed out', cause: 'timeout' },
      { find: 'Connection reset by peer', cause: 'cut' },
      { find: 'Remote end closed connection without response', cause: 'cut' },
      { find: '401 Client Error', cause: 'login-refused' },
      { find: '403 Client Error', with: [TOKEN], cause: 'forbidden' },
      { find: '403 Client Error', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '403 Client Error', cause: 'forbidden' },
      { find: '404 Client Error', with: [TOKEN], cause: 'login-service-answer' },
      { find: '404 Client Error', with: ['/manifests/'], cause: 'image-missing' },
      { find: '404 Client Error', with: ['/blobs/uploads/'], cause: 'push-repository' },
      { find: '404 Client Error', cause: 'not-a-registry' },
      { find: '405 Client Error', with: ['/blobs/uploads/'], cause: 'read-only' },
      { find: '413 Client Error', cause: 'too-large' },
      { find: '429 Client Error', cause: 'too-many' },
      { find: ' Server Error', with: [TOKEN], cause: 'login-service-answer' },
      { find: ' Server Error: ', then: /^[A-Z]/, cause: 'fault' }
    ]
  },
  {
    program: 'python-dxf 7',
    by: 'sdk',
    sure: true,
    texts: [
      { find: 'DXFUnauthorizedError', cause: 'login-refused' },
      { find: 'DXFAuthInsecureError', cause: 'plain-http' },
      { find: "KeyError: 'www-authenticate'", only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'service'", only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'realm'", only: 'dxf', cause: 'no-challenge' },
      { find: 'Failed to parse value', only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'token'", only: 'dxf', cause: 'token' },
      { find: "KeyError: 'access_token'", only: 'dxf', cause: 'token' },
      { find: "KeyError: 'docker-content-digest'", only: 'dxf', cause: 'no-digest' },
      { find: 'JSONDecodeError', only: 'dxf-login', cause: 'token' },
      { find: 'JSONDecodeError', only: 'dxf', cause: 'web-page' },
      { find: 'UnicodeDecodeError', only: 'dxf', cause: 'unreadable' },
      { find: 'DXFUnexpectedStatusCodeError', cause: 'fault', rank: 'general' }
    ]
  },
  {
    program: 'Kaptain SDK',
    by: 'sdk',
    sure: true,
    texts: [
      { find: 'ImageBuildException: unauthorized', cause: 'login-refused' },
      { find: 'ImageBuildException: the Docker config cannot be read', cause: 'config-json' },
      { find: 'ImageBuildException', cause: 'build-failed', rank: 'general' },
      { find: "No module named 'kaptain", then: /^[.']/, cause: 'no-sdk' },
      { find: 'cannot import name', with: ["from 'kaptain"], cause: 'sdk-version' },
      { find: 'InvalidModelProperty', cause: 'model-property' },
      { find: 'UndefinedModelProperty', cause: 'model-property' },
      { find: 'ModelValidationException', cause: 'model-property' },
      { find: 'UnsupportedModelFrameworkException', cause: 'model-property' },
      { find: 'No such file or directory', with: [CONFIG], cause: 'config-missing' },
      { find: 'No such file or directory', with: [CA_FILE], cause: 'ca-file-missing' },
      { find: 'Is a directory', with: [CONFIG], cause: 'config-folder' },
      { find: 'Is a directory', with: [CA_FILE], cause: 'ca-file-closed' },
      { find: 'Permission denied', with: [CONFIG], cause: 'config-closed' },
      { find: 'Permission denied', with: [CA_FILE], cause: 'ca-file-closed' },
      { find: 'Read-only file system', with: ['.docker/'], cause: 'config-read-only' },
      { find: 'read-only file system', with: ['.docker/'], cause: 'config-read-only' }
    ]
  },
  {
    program: 'Docker config as Go reads it (docker/cli, go-containerregistry, Kaniko, containers/image)',
    by: 'go',
    sure: true,
    texts: [
      { find: 'in string literal', with: ['config.json', 'invalid character'], cause: 'config-line-break' },
      { find: 'looking for beginning of value', with: ['config.json', "invalid character 'ï'"], cause: 'config-form' },
      { find: 'looking for beginning of value', with: ['config.json', "invalid character 'ÿ'"], cause: 'config-form' },
      { find: 'looking for beginning of value', with: ['config.json'], cause: 'config-json' },
      { find: 'looking for beginning of object key string', with: ['config.json'], cause: 'config-json' },
      { find: 'after top-level value', with: ['config.json'], cause: 'config-json' },
      { find: 'after object key', with: ['config.json', 'invalid character'], cause: 'config-json' },
      { find: 'unexpected EOF', with: ['config.json'], cause: 'config-end' },
      { find: 'unexpected end of JSON input', with: ['config.json'], cause: 'config-end' },
      { find: 'config.json: EOF', cause: 'config-end' },
      { find: 'config.json): EOF', cause: 'config-end' },
      { find: 'json: cannot unmarshal', with: ['ConfigFile.'], cause: 'config-field' },
      { find: 'illegal base64 data at input byte', with: ['config.json'], cause: 'config-base64' },
      { find: 'illegal base64 data at input byte', with: ['username and password'], cause: 'config-base64' },
      { find: 'nvalid auth configuration file', cause: 'config-colon' },
      { find: 'must be formatted as base64(username:password)', cause: 'config-colon' },
      { find: 'missing semicolon', with: ['"auth" field'], cause: 'config-colon', explains: LOGIN_CAUSES },
      { find: 'error getting credentials - err: exec:', cause: 'config-helper' },
      { find: 'executable file not found in $PATH', with: ['docker-credential-'], cause: 'config-helper' },
      { find: 'not installed or not available in PATH', with: ['docker-credential-'], cause: 'config-helper' },
      { find: 'o matching credentials were found', cause: 'login-missing', explains: LOGIN_CAUSES },
      { find: 'is a directory', with: [CONFIG], cause: 'config-folder' },
      { find: 'permission denied', with: [CONFIG], cause: 'config-closed' }
    ]
  },
  {
    program: 'Go crypto/x509 and crypto/tls (Kaniko, go-containerregistry, containerd, CRI-O, Docker, Knative)',
    by: 'go',
    texts: [
      { find: 'certificate signed by unknown authority', with: ['verification error'], cause: 'renewed-ca' },
      { find: 'certificate signed by unknown authority', with: ['ECDSA verification failure'], cause: 'renewed-ca' },
      {
        find: 'certificate signed by unknown authority',
        with: ['cannot sign this kind of certificate'],
        cause: 'not-a-ca'
      },
      { find: 'certificate signed by unknown authority', with: ['cannot verify signature'], cause: 'weak' },
      { find: 'certificate signed by unknown authority', with: [TOKEN], cause: 'login-service-trust' },
      { find: 'certificate signed by unknown authority', with: ['oauth token'], cause: 'login-service-trust' },
      { find: 'certificate signed by unknown authority', with: ['anonymous token'], cause: 'login-service-trust' },
      { find: 'certificate signed by unknown authority', cause: 'untrusted' },
      { find: 'certificate is not trusted', with: ['x509'], cause: 'untrusted' },
      { find: 'issuer name does not match subject from issuing certificate', cause: 'ca-name' },
      { find: 'has expired or is not yet valid', then: /^: current time \S{1,40} is before /, cause: 'not-yet-valid' },
      { find: 'has expired or is not yet valid', then: /^: current time \S{1,40} is after /, cause: 'expired' },
      { find: 'has expired or is not yet valid', cause: 'dates' },
      { find: 'certificate is valid for ', then: /, not (?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/, cause: 'by-address' },
      { find: 'certificate is valid for ', with: [', not '], cause: 'other-name' },
      { find: 'certificate relies on legacy Common Name field', cause: 'common-name' },
      { find: 'certificate is not valid for any names', cause: 'no-name' },
      { find: 'cannot validate certificate for ', cause: 'by-address' },
      { find: 'not authorized to sign for this name', cause: 'not-allowed-to-sign' },
      { find: 'too many intermediates for path length constraint', cause: 'not-allowed-to-sign' },
      { find: 'certificate specifies an incompatible key usage', cause: 'not-allowed-to-sign' },
      { find: 'x509: unhandled critical extension', cause: 'critical' },
      { find: 'candidate chains with invalid policies', cause: 'critical' },
      { find: 'failed to parse certificate from server', cause: 'unreadable' },
      { find: 'tls: protocol version not supported', cause: 'tls-version' },
      { find: 'tls: server selected unsupported protocol version', cause: 'tls-version' },
      { find: 'tls: handshake failure', cause: 'handshake' },
      { find: 'tls: internal error', cause: 'handshake' },
      { find: 'tls: certificate required', cause: 'client-certificate' },
      { find: 'tls: bad certificate', cause: 'client-certificate' },
      { find: 'tls: unrecognized name', cause: 'server-name' },
      { find: 'first record does not look like a TLS handshake', cause: 'plain-http' },
      { find: 'server gave HTTP response to HTTPS client', cause: 'plain-http' },
      { find: 'Client sent an HTTP request to an HTTPS server', cause: 'fallback-http' }
    ]
  },
  {
    program: 'Go net and net/http',
    by: 'go',
    texts: [
      { find: 'proxyconnect tcp', cause: 'proxy' },
      { find: '": Forbidden', cause: 'proxy' },
      { find: '": Proxy Authentication Required', cause: 'proxy' },
      { find: '": Bad Gateway', cause: 'proxy' },
      { find: '": Service Unavailable', cause: 'proxy' },
      { find: 'no such host', with: [TOKEN], cause: 'login-service' },
      { find: 'no such host', cause: 'name-unknown' },
      { find: 'server misbehaving', cause: 'name-service' },
      { find: 'Temporary failure in name resolution', cause: 'name-service' },
      { find: 'i/o timeout', with: ['lookup '], cause: 'name-service' },
      { find: 'connection refused', with: ['lookup '], cause: 'name-service' },
      // Kaniko asks again on port 80 for private addresses and shows that error alone.
      { find: 'i/o timeout', with: [':80: '], cause: 'fallback-http' },
      { find: 'connection refused', with: [':80: '], cause: 'fallback-http' },
      { find: 'i/o timeout', with: [TOKEN], cause: 'login-service' },
      { find: 'i/o timeout', cause: 'timeout' },
      { find: 'connection refused', with: [TOKEN], cause: 'login-service' },
      { find: 'connection refused', with: ['oauth token'], cause: 'login-service' },
      { find: 'connection refused', with: ['anonymous token'], cause: 'login-service' },
      { find: 'connection refused', cause: 'refused' },
      { find: 'no route to host', cause: 'no-route' },
      { find: 'network is unreachable', cause: 'no-route' },
      { find: 'TLS handshake timeout', cause: 'timeout' },
      { find: 'connection timed out', cause: 'timeout' },
      { find: 'Client.Timeout exceeded', cause: 'timeout' },
      { find: 'context deadline exceeded', cause: 'timeout' },
      { find: 'connection reset by peer', cause: 'cut' },
      { find: 'broken pipe', cause: 'cut' },
      { find: '": EOF', cause: 'cut' },
      { find: '": unexpected EOF', cause: 'cut' },
      { find: 'http2: server sent GOAWAY', cause: 'cut' }
    ]
  },
  {
    program: 'Registry API as Kaniko, go-containerregistry, containerd, CRI-O and Docker report it',
    by: 'go',
    texts: [
      { find: 'failed to fetch anonymous token', with: ['401 Unauthorized'], cause: 'login-missing', sure: true },
      { find: 'no basic auth credentials', cause: 'login-missing', sure: true },
      { find: 'failed to fetch oauth token', with: ['401 Unauthorized'], cause: 'login-refused', sure: true },
      { find: 'failed to fetch oauth token', with: ['unexpected status'], cause: 'login-service-answer', sure: true },
      {
        find: 'failed to fetch anonymous token',
        with: ['unexpected status'],
        cause: 'login-service-answer',
        sure: true
      },
      { find: 'insufficient_scope', with: ['authorization failed'], cause: 'pull-access', sure: true },
      { find: 'insufficient_scope', cause: 'pull-access' },
      { find: 'pull access denied', with: ['no basic auth credentials'], cause: 'login-missing', sure: true },
      { find: 'pull access denied', cause: 'pull-access', sure: true },
      { find: 'invalid username/password', with: ['auth token'], cause: 'login-refused', sure: true },
      { find: 'incorrect username or password', with: ['unauthorized: '], cause: 'login-refused', sure: true },
      { find: 'UNAUTHORIZED', with: ['/blobs/uploads/'], cause: 'push-login', sure: true },
      { find: '401 Unauthorized', with: ['/blobs/'], cause: 'push-login' },
      { find: 'UNAUTHORIZED', cause: 'login-refused' },
      { find: '401 Unauthorized', cause: 'login-refused' },
      { find: ': unauthorized: ', cause: 'login-refused' },
      { find: 'unauthorized: authentication required', cause: 'login-refused', sure: true },
      { find: 'unauthorized: access to the requested resource is not authorized', cause: 'pull-access', sure: true },
      {
        find: 'denied: requested access to the resource is denied',
        with: ['manifest'],
        cause: 'pull-denied',
        sure: true
      },
      { find: 'DENIED', with: ['/blobs/'], cause: 'push-denied' },
      { find: 'DENIED', with: ['/manifests/'], cause: 'pull-denied' },
      { find: 'DENIED', cause: 'forbidden' },
      { find: 'denied: ', with: ['reading manifest'], cause: 'pull-denied' },
      { find: 'denied: requested access to the resource is denied', cause: 'forbidden', sure: true },
      { find: '403 Forbidden', with: ['/blobs/'], cause: 'push-denied' },
      { find: '403 Forbidden', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '403 Forbidden', cause: 'forbidden' },
      { find: 'NAME_UNKNOWN', with: ['/blobs/'], cause: 'push-repository' },
      { find: 'NAME_UNKNOWN', cause: 'image-missing' },
      { find: 'name unknown', cause: 'image-missing' },
      { find: 'MANIFEST_UNKNOWN', cause: 'image-missing' },
      { find: 'manifest unknown', cause: 'image-missing' },
      { find: 'manifest for ', with: [' not found: manifest unknown'], cause: 'image-missing', sure: true },
      { find: 'repository does not exist', cause: 'pull-access' },
      { find: ': not found', with: ['failed to resolve reference'], cause: 'image-missing', sure: true },
      { find: 'TOOMANYREQUESTS', cause: 'too-many' },
      { find: 'toomanyrequests: ', cause: 'too-many', sure: true },
      { find: '429 Too Many Requests', cause: 'too-many' },
      { find: 'BLOB_UPLOAD_UNKNOWN', cause: 'upload-lost' },
      { find: 'BLOB_UPLOAD_INVALID', cause: 'upload-lost' },
      { find: 'blob upload unknown', cause: 'upload-lost' },
      { find: 'DIGEST_INVALID', cause: 'upload-lost' },
      { find: 'SIZE_INVALID', cause: 'upload-lost' },
      { find: '413 Request Entity Too Large', cause: 'too-large' },
      { find: 'immutable', with: ['/manifests/'], cause: 'tag-fixed' },
      { find: 'cannot be overwritten', cause: 'tag-fixed' },
      { find: 'TAG_INVALID', cause: 'tag-fixed' },
      { find: 'MANIFEST_INVALID', cause: 'image-refused' },
      { find: 'NAME_INVALID', cause: 'image-name' },
      { find: 'UNSUPPORTED', with: ['/blobs/'], cause: 'read-only' },
      { find: '405 Method Not Allowed', with: ['/blobs/'], cause: 'read-only' },
      { find: 'upstream connect error or disconnect/reset before headers', cause: 'fault' },
      { find: '500 Internal Server Error', cause: 'fault' },
      { find: '502 Bad Gateway', cause: 'fault' },
      { find: '502 (Bad Gateway)', cause: 'fault' },
      { find: '503 Service Unavailable', cause: 'fault' },
      { find: '503 (Service Unavailable)', cause: 'fault' },
      { find: '504 Gateway Time', cause: 'fault' },
      { find: 'unexpected status code 404', with: ['/manifests/'], cause: 'image-missing' },
      { find: 'unexpected status code 404', cause: 'not-a-registry' },
      { find: 'invalid status code from registry 404', with: ['pinging '], cause: 'not-a-registry', sure: true },
      { find: 'unexpected status code 200 OK', cause: 'web-page' },
      { find: 'realm scheme', with: ['not allowed'], cause: 'suspicious-realm', sure: true },
      { find: 'invalid realm in www-authenticate', cause: 'suspicious-realm', sure: true },
      { find: 'no token in bearer response', cause: 'token', sure: true },
      { find: 'did not include a token in the response', cause: 'token', sure: true },
      { find: 'unable to decode token response', cause: 'token', sure: true },
      {
        find: "invalid character '<' looking for beginning of value",
        with: ['push check transport'],
        cause: 'token',
        sure: true
      },
      {
        find: "invalid character '<' looking for beginning of value",
        with: ['parsing manifest'],
        cause: 'web-page',
        sure: true
      },
      { find: "invalid character '<' looking for beginning of value", cause: 'web-page' },
      { find: 'no match for platform in manifest', cause: 'platform', sure: true },
      { find: 'no matching manifest for linux/', cause: 'platform', sure: true },
      { find: 'no image found in manifest list for architecture', cause: 'platform', sure: true }
    ]
  },
  {
    program: 'Image names (distribution/reference, go-containerregistry, kubelet)',
    by: 'go',
    sure: true,
    texts: [
      { find: 'could not parse reference', cause: 'image-name' },
      { find: "couldn't parse image reference", by: 'nodes', cause: 'image-name' },
      { find: 'repository name must be lowercase', cause: 'image-name' },
      { find: 'invalid reference format', cause: 'image-name' },
      { find: 'repository can only contain the characters', cause: 'image-name' },
      { find: 'InvalidImageName', by: 'nodes', cause: 'image-name' }
    ]
  },
  {
    program: 'Kaniko',
    by: 'builder',
    sure: true,
    texts: [
      { find: 'failed to load certificate', cause: 'ca-file-not-passed' },
      { find: 'Failed to load certificate', cause: 'ca-file-not-passed', explains: ['untrusted'] },
      { find: 'failed to execute command: ', with: ['error building'], cause: 'build-step' },
      { find: 'failed to get files used from context', cause: 'build-step' },
      { find: 'failed to get fileinfo for', cause: 'build-step' },
      { find: 'error building stage: ', without: ['https://', 'Get "'], cause: 'build-step', rank: 'general' },
      { find: 'error parsing dockerfile', cause: 'build-step' },
      { find: 'error resolving source context', cause: 'storage' },
      { find: 'error resolving dockerfile path', cause: 'build-step' },
      { find: 'error checking push permissions', cause: 'push-login', rank: 'general' },
      { find: 'error building image: ', cause: 'build-failed', rank: 'general' },
      { find: 'error pushing image: ', cause: 'build-failed', rank: 'general' }
    ]
  },
  {
    program: 'Docker command and docker-py',
    by: 'program',
    sure: true,
    texts: [
      { find: 'Cannot connect to the Docker daemon', cause: 'no-docker' },
      { find: 'Error while fetching server API version', cause: 'no-docker' },
      { find: 'docker: command not found', cause: 'no-docker' },
      { find: 'docker: not found', cause: 'no-docker' },
      { find: 'Credentials store error', cause: 'config-helper' }
    ]
  },
  {
    program: 'kubelet, containerd and CRI-O, in events of pods',
    by: 'nodes',
    sure: true,
    texts: [
      { find: 'Unable to retrieve some image pull secrets', cause: 'pull-secret', explains: LOGIN_CAUSES },
      { find: 'is not present with pull policy of Never', cause: 'image-not-local' },
      { find: 'ErrImageNeverPull', cause: 'image-not-local' },
      { find: 'no space left on device', with: ['Failed to pull image'], cause: 'disk-full' },
      { find: 'MountVolume.SetUp failed', with: ['secret "', ' not found'], by: 'cluster', cause: 'mount-secret' },
      { find: 'references non-existent secret key', by: 'cluster', cause: 'mount-key' },
      { find: 'Unable to attach or mount volumes', by: 'cluster', cause: 'mount', rank: 'general' },
      { find: 'Failed to pull image', cause: 'image-pull', rank: 'general' },
      { find: 'Back-off pulling image', cause: 'image-pull', rank: 'general' },
      { find: 'ErrImagePull', cause: 'image-pull', rank: 'general' },
      { find: 'ImagePullBackOff', cause: 'image-pull', rank: 'general' }
    ]
  },
  {
    program: 'Kubernetes: quota, admission, scheduling, rights',
    by: 'cluster',
    sure: true,
    texts: [
      { find: 'failed quota: ', with: ['must specify'], cause: 'quota-unset' },
      { find: 'exceeded quota: ', with: ['is forbidden'], cause: 'quota' },
      { find: 'usage per Container is ', cause: 'limits' },
      { find: 'usage per Pod is ', cause: 'limits' },
      { find: 'must be less than or equal to cpu limit', cause: 'limits' },
      { find: 'must be less than or equal to memory limit', cause: 'limits' },
      { find: 'violates PodSecurity', cause: 'pod-security' },
      { find: 'conflict occurred while applying poddefaults', cause: 'poddefaults' },
      { find: 'failed calling webhook', cause: 'webhook' },
      { find: 'label selector conversion failed', cause: 'poddefaults' },
      { find: 'because it is being terminated', cause: 'terminating' },
      { find: ' nodes are available: ', cause: 'unschedulable' },
      { find: ' is forbidden: User "', cause: 'rights' },
      { find: 'denied the request: ', without: ['certificate', 'Get "http'], cause: 'policy', rank: 'general' },
      { find: '"reason":"Unauthorized"', cause: 'cluster-login' },
      {
        find: 'Max retries exceeded with url: /api',
        then: /^(?:s\/[a-z0-9.-]{1,80}\/v\d|\/v1\/namespaces)/,
        cause: 'cluster-way'
      },
      { find: 'OOMKilled', with: ['kaniko'], cause: 'build-memory' }
    ]
  }
];

/** Words around a Go text that say whose it is; the first that stands in the line counts. */
export const FRAMES: readonly { find: string; speaker: Speaker }[] = [
  { find: 'failed to resolve image to digest', speaker: 'cluster' },
  { find: 'admission webhook ', speaker: 'cluster' },
  { find: 'Failed to pull image', speaker: 'nodes' },
  { find: 'failed to pull and unpack image', speaker: 'nodes' },
  { find: 'failed to resolve reference', speaker: 'nodes' },
  { find: 'ErrImagePull', speaker: 'nodes' },
  { find: 'ImagePullBackOff', speaker: 'nodes' },
  { find: 'failed to pull image', speaker: 'nodes' },
  { find: 'error checking push permissions', speaker: 'builder' },
  { find: 'checking push permission', speaker: 'builder' },
  { find: 'creating push check transport', speaker: 'builder' },
  { find: 'error building image', speaker: 'builder' },
  { find: 'error pushing image', speaker: 'builder' },
  { find: 'failed to push to destination', speaker: 'builder' },
  { find: '/kaniko/', speaker: 'builder' },
  { find: 'Error response from daemon', speaker: 'program' },
  { find: 'pinging container registry', speaker: 'program' },
  { find: 'pinging docker registry', speaker: 'program' },
  { find: 'error pinging v2 registry', speaker: 'program' },
  { find: 'fetching manifest ', speaker: 'program' },
  { find: 'pushing image ', speaker: 'program' },
  { find: 'Error parsing image name', speaker: 'program' },
  { find: 'initializing source docker://', speaker: 'program' },
  { find: 'retrieve auth token', speaker: 'program' }
];

/** Lines of the image builder's log: Go texts after them are its own when nothing else claims them. */
export const BUILDER_LOG: readonly string[] = [
  'Retrieving image manifest ',
  'Kaniko is being run',
  'Unpacking rootfs as cmd',
  'Built cross stage deps',
  'Taking snapshot of ',
  'Executing 0 build triggers'
];

/** What ends well: errors of SDK and builder before it are no longer the cause. */
export const SUCCESSES: readonly { find: string; then?: RegExp }[] = [
  { find: 'Image build completed successfully' },
  { find: 'has already been published to the registry' },
  { find: 'Pushed ', then: /^\S{1,300}@sha256:/ }
];

/** Lines that come with healthy runs: not looked at. */
export const NOISE: readonly string[] = ['kube-root-ca.crt" not registered'];

/** A line with one of these tells of a try that is followed by another. */
export const RETRIES: readonly string[] = [
  'retrying ',
  'Retrying',
  'will retry',
  'Will retry',
  'level=info',
  'level=warning',
  'level=debug',
  'WARN['
];
