import type { CodeEntry } from './types.ts';

/** The address of the registry as it was chosen or typed; the panel judges it itself, so these stand apart from the network. */
export const address = {
  'KR-NET-001': {
    title: 'No registry chosen',
    short: 'no registry chosen',
    severity: 'info',
    explanation:
      'The Docker config names no private registry, and none was chosen, so there is nothing to test. The network, certificate and login checks wait for it.',
    fix: [
      {
        text: 'Choose the registry in the panel, or name it on the command line as host:port.',
        by: 'you',
        command: 'kaptain-registry check HOST:PORT'
      }
    ],
    args: {},
    explainedBy: ['KR-FIL-001', 'KR-FIL-002', 'KR-CFG-001', 'KR-CFG-005']
  },
  'KR-NET-002': {
    title: "The registry's address is not understood: {given}",
    short: 'address not understood',
    severity: 'error',
    explanation:
      '"{given}" is not an address of the form host or host:port. Nothing was contacted. The SDK, the builder and the Docker config all expect exactly that form.',
    fix: [{ text: 'Write the address as host:port, for example my.private.registry:5000.', by: 'you' }],
    args: { given: 'host' },
    explainedBy: [],
    variants: {
      empty: {
        title: "The registry's address is empty",
        explanation: 'An empty text was given instead of an address. Nothing was contacted.'
      },
      scheme: {
        title: "The registry's address must not start with https://",
        explanation:
          'The address "{given}" carries a scheme such as https://. A registry is named by host:port alone; with a scheme, image names and the lookup of the login go wrong. Nothing was contacted.',
        fix: [{ text: 'Leave out everything up to and including "://".', by: 'you' }]
      },
      path: {
        title: "The registry's address must not have a path or a final slash",
        explanation:
          'The address "{given}" goes on after the host. A registry is named by host:port alone; projects and repositories belong into the image name. Nothing was contacted.',
        fix: [{ text: 'Leave out the first "/" and all that follows.', by: 'you' }]
      },
      space: {
        title: "The registry's address has a space or line break in it",
        explanation:
          'A space, tab or line break stands in the address "{given}". No program removes it, so the name is never found. Nothing was contacted.',
        fix: [{ text: 'Remove the space or line break, also at the start and the end.', by: 'you' }]
      },
      port: {
        title: "The registry's port is not a number from 1 to 65535",
        explanation:
          'After the last colon of "{given}" there must be a port number from 1 to 65535. Nothing was contacted.',
        fix: [{ text: 'Correct the port, or leave it out together with the colon (then it is 443).', by: 'you' }]
      },
      userinfo: {
        title: "The registry's address holds a login",
        explanation:
          'A user name or password stands in front of the host. It would show up in logs and messages; it is not shown here. Nothing was contacted.',
        fix: [
          { text: 'Write host:port alone; the login belongs into the Docker config.', by: 'you' },
          { text: 'If it was a real password, have it changed: it was stored in clear text.', by: 'you' }
        ]
      }
    }
  }
} as const satisfies Record<string, CodeEntry>;
