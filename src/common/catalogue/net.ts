import { address } from './address.ts';
import type { CodeEntry } from './types.ts';

/** A proxy that should not be on the way explains what goes wrong there; so does an address that is no registry's. */
const BEFORE_CONNECTION = ['KR-NET-005', 'KR-NET-010', 'KR-NET-011', 'KR-NET-018'];

/** The way to the registry: address, name, proxy, connection. */
export const net = {
  ...address,
  'KR-NET-003': {
    title: 'The name {target} is not known here',
    short: 'name not found',
    severity: 'error',
    explanation:
      'The name service (DNS) that this notebook uses says that {target} does not exist. The name may be misspelled, or it is known only outside the cluster.',
    fix: [
      { text: 'Check the spelling. This command must print an address:', by: 'you', command: 'getent hosts {target}' },
      { text: 'If the name is right: add a DNS entry for {target} that the cluster can see.', by: 'cluster-admin' }
    ],
    args: { host: 'host', target: 'host' },
    explainedBy: ['KR-NET-010', 'KR-NET-018'],
    variants: {
      proxy: {
        title: 'The name of the proxy, {target}, is not known here',
        explanation:
          'The environment sends the SDK through the proxy {target}, and the name service (DNS) says that this name does not exist. {host} itself was not tried.',
        fix: [
          {
            text: 'If {host} is inside your network: have {host} added to NO_PROXY of this notebook.',
            by: 'cluster-admin'
          },
          { text: 'If the proxy is needed: correct its name in HTTPS_PROXY.', by: 'cluster-admin' }
        ]
      }
    }
  },
  'KR-NET-004': {
    title: 'The name service does not answer for {target}',
    short: 'name service silent',
    severity: 'error',
    explanation:
      "The name service (DNS) gave no answer for {target} in time. Nothing is known about the registry itself. This is a fault of the cluster's DNS or of the way to it.",
    fix: [
      { text: 'Run the checks again: this may pass.', by: 'you' },
      {
        text: "If it stays: look at the cluster's DNS (CoreDNS) and at network policies that block it (port 53).",
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', target: 'host' },
    explainedBy: ['KR-NET-010', 'KR-NET-018'],
    variants: {
      proxy: {
        title: 'The name service does not answer for the proxy {target}',
        explanation:
          'The environment sends the SDK through the proxy {target}, and the name service (DNS) gave no answer for that name in time. {host} itself was not tried.'
      }
    }
  },
  'KR-NET-005': {
    title: '{target} leads to {address}, which is no other machine',
    short: 'leads to an odd address',
    severity: 'error',
    explanation:
      'The address {address} can not belong to a registry that the notebook, the image builder and the training machines all reach. It was not contacted.',
    fix: [
      { text: 'Use the name or address that the registry has in the network.', by: 'you' },
      { text: 'If the name is right: correct its DNS entry.', by: 'cluster-admin' }
    ],
    args: { host: 'host', target: 'host', address: 'host' },
    explainedBy: [],
    variants: {
      loopback: {
        title: '{target} leads to this pod itself ({address})',
        explanation:
          'Inside a cluster, {address} is always the pod that asks. The builder runs in another pod and the training machines are elsewhere, so for them this address is not your registry, even if something answers here.',
        fix: [
          { text: "Use the registry's service name or the name of its machine instead of localhost.", by: 'you' },
          { text: 'If the name is right: correct its DNS entry.', by: 'cluster-admin' }
        ]
      },
      'link-local': {
        title: '{target} leads to a link-local address ({address})',
        explanation:
          'Addresses such as {address} are valid on one cable or one machine only; clouds keep their internal services there. It was not contacted, and no login was sent.'
      }
    }
  },
  'KR-NET-006': {
    title: 'Nothing listens at {target}: the connection is refused',
    short: 'connection refused',
    severity: 'error',
    explanation:
      'The machine at {address} answers, but no program accepts connections on this port. The registry is stopped, or it uses another port.',
    fix: [
      { text: "Compare the port with the address your registry's owner gave you.", by: 'you' },
      { text: 'Check that the registry runs and listens on this port.', by: 'registry-owner' }
    ],
    args: { host: 'host', target: 'host', address: 'host' },
    explainedBy: BEFORE_CONNECTION,
    variants: {
      proxy: {
        title: 'Nothing listens at the proxy {target}: the connection is refused',
        explanation:
          'The environment sends the SDK through the proxy {target}, and no program accepts connections there. {host} itself was not tried.',
        fix: [
          {
            text: 'If {host} is inside your network: have {host} added to NO_PROXY of this notebook.',
            by: 'cluster-admin'
          },
          { text: 'If the proxy is needed: check that it runs and that its address is right.', by: 'cluster-admin' }
        ]
      }
    }
  },
  'KR-NET-007': {
    title: 'No answer from {target}',
    short: 'no answer',
    severity: 'error',
    explanation:
      'Nothing came back from {address} within {seconds} s. That is typical of a firewall or a network policy that drops the packets, or of a machine that is switched off.',
    fix: [
      { text: 'Check the address and the port.', by: 'you' },
      {
        text: "Allow connections from the notebooks' and the builder's namespace to {target} (network policy, firewall).",
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', target: 'host', address: 'host', seconds: 'integer' },
    explainedBy: BEFORE_CONNECTION,
    variants: {
      proxy: {
        title: 'No answer from the proxy {target}',
        explanation:
          'The environment sends the SDK through the proxy {target}, and nothing came back from it within {seconds} s. {host} itself was not reached.',
        fix: [
          {
            text: 'If {host} is inside your network: have {host} added to NO_PROXY of this notebook.',
            by: 'cluster-admin'
          },
          { text: 'If the proxy is needed: check that it runs and that it may reach {host}.', by: 'cluster-admin' }
        ]
      },
      silent: {
        title: '{target} accepts the connection and then does not answer',
        explanation:
          'The connection was opened, but no complete answer to the encrypted greeting came within {seconds} s. The registry hangs, another kind of program uses this port, or a firewall, proxy or service mesh accepts connections for it. The SDK itself has no time limit: it would wait for ever.',
        fix: [
          { text: 'Check the port.', by: 'you' },
          { text: 'Check that the registry answers at all, and restart it if it hangs.', by: 'registry-owner' },
          {
            text: 'In a service mesh: allow the namespace to reach {target} (ServiceEntry or egress rule).',
            by: 'cluster-admin'
          }
        ]
      },
      'silent-after-greeting': {
        title: '{target} agrees on encryption and then says nothing',
        explanation:
          'The encrypted connection was set up, but the first question (GET /v2/) got no answer within {seconds} s. The registry hangs or is overloaded. The SDK itself has no time limit: it would wait for ever.',
        fix: [{ text: "Check the registry's health and its log.", by: 'registry-owner' }]
      }
    }
  },
  'KR-NET-008': {
    title: 'There is no way to {target}',
    short: 'no route',
    severity: 'error',
    explanation:
      'The network says that {address} cannot be reached from this machine ({errorClass}). No packet got there.',
    fix: [
      { text: 'Check the address.', by: 'you' },
      { text: "Ask the network team for a route from the cluster's nodes to {address}.", by: 'cluster-admin' }
    ],
    args: { host: 'host', target: 'host', address: 'host', errorClass: 'errorClass' },
    explainedBy: BEFORE_CONNECTION,
    variants: {
      proxy: {
        title: 'There is no way to the proxy {target}',
        explanation:
          'The environment sends the SDK through the proxy {target}, and the network says that it cannot be reached ({errorClass}). {host} itself was not tried.',
        fix: [
          {
            text: 'If {host} is inside your network: have {host} added to NO_PROXY of this notebook.',
            by: 'cluster-admin'
          },
          { text: 'If the proxy is needed: give the cluster a route to it.', by: 'cluster-admin' }
        ]
      }
    }
  },
  'KR-NET-009': {
    title: 'The connection to {target} is cut',
    short: 'connection cut',
    severity: 'error',
    explanation:
      'The connection was accepted and then cut before any answer. Behind a service mesh every connection is accepted at first, so this has one of three causes: the port is wrong, the registry is down, or a rule of the mesh or a firewall forbids the way.',
    fix: [
      { text: 'Check the address and the port.', by: 'you' },
      { text: 'Check that the registry runs and speaks TLS on this port.', by: 'registry-owner' },
      {
        text: 'In a service mesh: allow the namespace to reach {target} (ServiceEntry or egress rule).',
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', target: 'host' },
    explainedBy: [...BEFORE_CONNECTION, 'KR-NET-013', 'KR-TLS-001', 'KR-TLS-016'],
    variants: {
      proxy: {
        title: 'The proxy {target} cuts the connection',
        explanation:
          'The environment sends the SDK through the proxy {target}, and the proxy cut the connection instead of answering. {host} itself was not reached.',
        fix: [
          {
            text: 'If {host} is inside your network: have {host} added to NO_PROXY of this notebook.',
            by: 'cluster-admin'
          },
          { text: 'If the proxy is needed: check its log for {host}.', by: 'cluster-admin' }
        ]
      },
      handshake: {
        explanation:
          'The connection was cut in the middle of the encrypted greeting. The registry or a machine in front of it broke off; a firewall that inspects encrypted traffic does that too.',
        fix: [
          {
            text: 'Look at the log of the registry, or of the load balancer in front of it, for the time of this check.',
            by: 'registry-owner'
          },
          { text: 'Check whether a firewall inspects or blocks encrypted traffic to {target}.', by: 'cluster-admin' }
        ]
      },
      'after-greeting': {
        explanation:
          'The encrypted connection was set up, and then cut instead of an answer to the first question (GET /v2/). The program behind it has crashed or refuses this client.',
        fix: [
          {
            text: 'Look at the log of the registry, or of the load balancer in front of it, for the time of this check.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-NET-010': {
    title: 'A proxy is set, and {host} is not excluded from it',
    short: 'goes through a proxy',
    severity: 'info',
    explanation:
      'The environment names the proxy {proxy}, and NO_PROXY does not cover {host}, so the SDK goes through the proxy. That is fine as long as the proxy reaches the registry.',
    fix: [
      {
        text: 'Nothing, as long as it works. For a registry inside your network: add {host} to NO_PROXY.',
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', proxy: 'host' },
    explainedBy: ['KR-NET-011'],
    variants: {
      failing: {
        severity: 'warning',
        explanation:
          'The environment names the proxy {proxy}, and NO_PROXY does not cover {host}, so the SDK goes through the proxy, and that way fails. Registries inside a network are rarely reachable through a proxy.',
        fix: [
          {
            text: 'Add {host} to NO_PROXY, in the PodDefault or wherever the proxy is set; then start a new notebook on the same volume.',
            by: 'cluster-admin'
          }
        ]
      }
    }
  },
  'KR-NET-011': {
    title: 'The proxy {proxy} does not let the SDK through to {host}',
    short: 'the proxy refuses',
    severity: 'error',
    explanation: 'Asked for a way to {host}, the proxy answered with status {status}. The registry was not reached.',
    fix: [
      {
        text: 'If {host} is inside your network: add {host} to NO_PROXY of this notebook. A range of addresses there does not count for a name.',
        by: 'cluster-admin'
      },
      { text: "Otherwise ask the proxy's owner to allow {host}.", by: 'cluster-admin' }
    ],
    args: { host: 'host', proxy: 'host', status: 'integer' },
    explainedBy: ['KR-NET-018'],
    variants: {
      'login-needed': {
        title: 'The proxy {proxy} wants a login',
        explanation:
          'Asked for a way to {host}, the proxy answered with status {status}: it wants a user name and password, or refuses those in the proxy variable. The registry was not reached.'
      },
      'no-way': {
        title: 'The proxy {proxy} does not reach {host}',
        explanation:
          'The proxy answered with status {status}: it could not open a way to {host} itself. The registry was not reached.'
      },
      unusable: {
        title: 'The proxy setting cannot be used',
        explanation:
          'A proxy variable is set for {host}, but its value is not an address of the form http://host:port (its text is not shown). The SDK stops with an error, or needs an extra package for it. The registry was not tried.',
        fix: [
          { text: 'If {host} is inside your network: add it to NO_PROXY of this notebook.', by: 'cluster-admin' },
          { text: 'Otherwise write the proxy variable as http://host:port.', by: 'cluster-admin' }
        ]
      },
      untestable: {
        title: 'The proxy is of a kind that this tool cannot go through',
        short: 'cannot go through this proxy',
        severity: 'info',
        explanation:
          'The proxy variable for {host} names an encrypted proxy (https://) or a SOCKS proxy. The SDK may go through it (SOCKS needs the package PySocks); this tool cannot, so nothing about the registry was tested.',
        fix: [
          {
            text: 'If the variable begins with https://: nearly all proxies want http:// there, also as the way to encrypted pages. Ask what is meant.',
            by: 'cluster-admin'
          },
          {
            text: 'To have it tested, run the check once with a plain proxy (http://host:port), or without one.',
            by: 'you'
          }
        ]
      },
      'not-http': {
        title: '{proxy} is no proxy',
        explanation:
          'The environment names {proxy} as a proxy, but it does not answer as one. The registry was not reached.'
      }
    }
  },
  'KR-NET-012': {
    title: '{host} does not answer on all of its addresses',
    short: 'one address is dead',
    severity: 'warning',
    explanation:
      'The name has several addresses. {dead} did not answer, {alive} did. Programs try them in changing order, so some tries will fail or take long.',
    fix: [{ text: 'Mend the machine behind {dead}, or remove it from the DNS entry.', by: 'cluster-admin' }],
    args: { host: 'host', dead: 'hosts', alive: 'host' },
    explainedBy: []
  },
  'KR-NET-013': {
    title: 'The service mesh answers instead of {host}',
    short: 'the mesh answers',
    severity: 'error',
    explanation:
      'The answer with status {status} comes from Envoy, the proxy of a service mesh such as Istio, not from the registry. Either a rule of the mesh does not know {host}, or the registry behind it is down.',
    fix: [
      {
        text: 'Let the namespace reach {host}: add a ServiceEntry for it, or exclude its port from the sidecar.',
        by: 'cluster-admin'
      },
      { text: 'If the registry itself stands behind Envoy: check that it runs.', by: 'registry-owner' }
    ],
    args: { host: 'host', status: 'integer' },
    explainedBy: BEFORE_CONNECTION,
    variants: {
      'no-route': {
        title: 'A gateway answers that it knows no {host}',
        explanation:
          'The answer with status {status} comes from Envoy, the gateway of a service mesh such as Istio, not from the registry: it has no rule that leads this name and path to one.',
        fix: [
          { text: 'Check host and port.', by: 'you' },
          {
            text: 'Give the gateway a route for {host} and /v2/ (VirtualService, HTTPRoute), or let the namespace reach the registry past it.',
            by: 'cluster-admin'
          }
        ]
      },
      denied: {
        title: 'The service mesh forbids the way to {host}',
        explanation:
          'The answer with status {status} comes from Envoy, the proxy of a service mesh such as Istio, not from the registry: a rule of the mesh (AuthorizationPolicy) keeps this namespace out. No login was sent.',
        fix: [{ text: "Allow the notebooks' and the builder's namespace to reach {host}.", by: 'cluster-admin' }]
      }
    }
  },
  'KR-NET-014': {
    title: 'The way to {host} is slow',
    short: '{stage} is slow',
    severity: 'warning',
    explanation:
      'The {stage} took {milliseconds} ms. Everything works, but a build makes many such steps, and some programs give up.',
    fix: [
      { text: 'Run the checks again: this may pass.', by: 'you' },
      {
        text: "If it stays: look at the cluster's DNS, the way to {host}, and the load of the registry.",
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', stage: 'word', milliseconds: 'integer' },
    explainedBy: ['KR-NET-012']
  },
  'KR-NET-015': {
    title: 'A network policy may keep the image builder from {host}',
    short: 'the builder may be shut out',
    severity: 'warning',
    explanation:
      'This notebook gets through to {host}; the pod of the builder (Kaniko) may not. The network policy "{policy}" opens the way to {target}, but only for pods selected by {asks}. The builder\'s pod is started by a Job and is not selected, and the other policies of the namespace {namespace} keep it in: model.build() would not reach the registry. This is read from the policies; the builder\'s way itself was not tried.',
    fix: [
      {
        text: 'Let "{policy}" select the pods of Jobs as well, or add a policy that lets pods with the label job-name reach {target}.',
        by: 'cluster-admin',
        command: 'kubectl edit networkpolicy {policy} -n {namespace}'
      }
    ],
    args: { host: 'host', target: 'host', namespace: 'object', policy: 'object', asks: 'objects' },
    explainedBy: [],
    variants: {
      'jobs-only': {
        title: 'A network policy restricts the image builder, but not this notebook',
        explanation:
          'This notebook gets through to {host}; the pod of the builder (Kaniko) may not. No network policy restricts this notebook, but "{policy}" restricts the pods of Jobs, of which the builder\'s is one, and none of the namespace {namespace} opens the way to {target} for it: model.build() would not reach the registry. This is read from the policies; the builder\'s way itself was not tried.',
        fix: [
          {
            text: 'Add {target} to what "{policy}" allows, or add a policy that lets pods with the label job-name reach it.',
            by: 'cluster-admin',
            command: 'kubectl edit networkpolicy {policy} -n {namespace}'
          }
        ]
      },
      'by-label': {
        title: 'Whether a network policy lets the image builder reach {host} depends on a label',
        short: "the builder's labels decide",
        severity: 'info',
        explanation:
          'The network policy "{policy}" lets this notebook reach {host}. It opens the way only for pods selected by {asks}, and whether the SDK gives the builder\'s pod (Kaniko) such a label cannot be told from here. Without it, the other policies of the namespace {namespace} keep that pod in.',
        fix: [
          {
            text: 'Nothing, as long as builds work. If model.build() does not reach {host}: let "{policy}" select the pods of Jobs as well (they have the label job-name).',
            by: 'cluster-admin'
          }
        ]
      }
    }
  },
  'KR-NET-016': {
    title: 'SDK and builder choose different ways to {host}',
    short: 'programs choose different ways',
    severity: 'warning',
    explanation:
      'Python and Go read the proxy variables by different rules. With these variables {through} goes through the proxy {proxy}, and {direct} does not. One of them may fail where the other works.',
    fix: [
      {
        text: 'List the full name {host} in NO_PROXY, without port, "*" or spaces: both understand that.',
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', proxy: 'host', through: 'word', direct: 'word' },
    explainedBy: ['KR-NET-011'],
    variants: {
      works: {
        severity: 'info',
        explanation:
          'Python and Go read the proxy variables by different rules. With these variables {through} goes through the proxy {proxy}, and {direct} does not. Both ways lead to the registry.',
        fix: [
          {
            text: 'Nothing; or list the full name {host} in NO_PROXY, without port, "*" or spaces: both understand that.',
            by: 'cluster-admin'
          }
        ]
      },
      'by-version': {
        title: 'Which way the SDK takes to {host} depends on its age',
        explanation:
          "An entry of NO_PROXY is the end of {host}, but not a whole part of it. With current versions of Python's requests that does not count, and {through} goes through the proxy {proxy}; {direct} does not."
      },
      fails: {
        explanation:
          "Python and Go read the proxy variables by different rules. With these variables {through} goes through the proxy {proxy}, and {direct} does not. The builder's way was tried from here and does not lead to the registry. Whether the builder has the same variables cannot be told from here."
      }
    }
  },
  'KR-NET-018': {
    title: 'NO_PROXY excludes {host} from the proxy, but no_proxy does not',
    short: 'NO_PROXY and no_proxy differ',
    severity: 'info',
    explanation:
      'The exceptions from the proxy {proxy} are set twice, in capital and in small letters. {host} stands in NO_PROXY, which Go programs such as the image builder read. Python, and with it the SDK, prefers no_proxy, where it is missing, and goes through the proxy.',
    fix: [
      {
        text: 'Nothing, as long as it works. Better: write the same exceptions into no_proxy and NO_PROXY.',
        by: 'cluster-admin'
      }
    ],
    args: { host: 'host', proxy: 'host' },
    explainedBy: [],
    variants: {
      failing: {
        severity: 'error',
        explanation:
          'The exceptions from the proxy {proxy} are set twice, in capital and in small letters. {host} stands in NO_PROXY, which Go programs such as the image builder read. Python, and with it the SDK, prefers no_proxy, where it is missing; so it goes through the proxy, and that way fails.',
        fix: [
          {
            text: 'Add {host} to no_proxy as well, in the PodDefault or wherever the proxy is set; then start a new notebook on the same volume.',
            by: 'cluster-admin'
          }
        ]
      }
    }
  },
  'KR-NET-019': {
    title: 'Programs take "{host}" for a folder of Docker Hub',
    short: 'looks like Docker Hub',
    severity: 'error',
    explanation:
      'An image name that begins with "{host}/" does not mean your registry: without a dot or a port in its first part, docker, the image builder and the training machines take it for a folder of Docker Hub.',
    fix: [
      {
        text: 'Write the registry with its port, {longer}, or with its full name, everywhere: in docker_registry_url, in image_name and in the Docker config.',
        by: 'you'
      }
    ],
    args: { host: 'host', longer: 'host' },
    explainedBy: []
  },
  'KR-NET-017': {
    title: 'Another kind of program answers at {target}',
    short: 'no registry on this port',
    severity: 'error',
    explanation:
      'What answers at {target} speaks neither TLS nor HTTP, so it is no registry: perhaps a mail server, SSH or a database. The port is wrong, or the wrong program was started there.',
    fix: [
      { text: "Compare the port with the address your registry's owner gave you.", by: 'you' },
      { text: 'Check what listens on this port.', by: 'registry-owner' }
    ],
    args: { host: 'host', target: 'host' },
    explainedBy: BEFORE_CONNECTION,
    variants: {
      'not-http': {
        title: 'What answers at {target} breaks the rules of HTTP',
        explanation:
          'The encrypted connection was set up, but the answer to the first question (GET /v2/) is no proper HTTP, or its header is larger than 16 KiB. Another kind of program uses this port, or the registry is broken.'
      }
    }
  }
} as const satisfies Record<string, CodeEntry>;
