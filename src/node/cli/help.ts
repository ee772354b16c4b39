import type { Help } from './helpText.ts';

/** Help of the command line by command: only what is built. */
export const HELP: Readonly<Record<string, Help>> = {
  '': {
    about: 'Shows whether a private Docker registry works with the Kaptain SDK, what is wrong and who can fix it.',
    usage: ['kaptain-registry COMMAND [options]'],
    options: [
      ['check [HOST[:PORT] ...]', 'look at files, network, certificate and login'],
      ['cell [HOST[:PORT]]', 'print the Python of the Config cell'],
      ['login HOST[:PORT]', 'try a login, then write it into the Docker config'],
      ['ca HOST[:PORT]', 'show the certificates that are sent; write the CA that you accept'],
      ['manifests', "print the Secrets' commands and the PodDefault"],
      ['explain CODE', 'what a code such as KR-TLS-004 means and what to do'],
      ['explain --log FILE', 'what is behind an error text, for example the output of a failed cell'],
      ['--version', 'print the version'],
      ['COMMAND --help', 'print the options of a command']
    ],
    end: ['Exit status: 0 no problem, 1 at least one problem, 2 wrong usage, 3 this tool itself failed.']
  },
  check: {
    about: 'Looks at the Docker config, the CA file, and the registries: can they be reached, trusted and used?',
    usage: ['kaptain-registry check [HOST[:PORT] ...] [options]'],
    notes: [
      'Without HOST: every private registry of the Docker config. Ports are part of the name: "host" and "host:443" are two.'
    ],
    options: [
      ['--docker-config PATH', 'this Docker config instead of $HOME/.docker/config.json'],
      ['--ca-file PATH', 'this CA file instead of $HOME/.tls/certificate.crt'],
      ['--offline', 'look at the files only; connect to nothing'],
      ['--no-cluster', 'in a pod: ask the cluster nothing about network policies'],
      ['--only AREA', 'FIL, CFG, CRT, NET, TLS or REG; may be repeated'],
      ['--image REF', "pull this image's manifest from its registry, for example the base image; may be repeated"],
      [
        '--push',
        'test the right to push: start one upload in the repository of the first --image and cancel it; the repository need not exist'
      ],
      [
        '--resolve HOST:PORT:ADDRESS',
        'reach this host and port at this address; certificates are judged as if DNS had said so'
      ],
      ['--python PATH', "notebook's Python that confirms the verdict (default: the one of this command)"],
      ['--no-python', 'start no Python; the verdict is not confirmed'],
      ['--builder PROFILE', 'image builder whose rules are predicted (default: kaniko-1.3.0)'],
      [
        '--chain FILE',
        'judge the certificates in this file (PEM, in the order a server would send them) instead of those that the registry sends; connects to nothing'
      ],
      ['--at TIME', 'judge dates at this time, for example 2027-01-01T00:00:00Z'],
      [
        '--profiles all',
        'with --format json: the verdict of every known version of Python, Go and the readers of Docker configs'
      ],
      ['--timeout SECONDS', 'limit of the whole run (default: 20)'],
      ['--format text|json|markdown', '(default: text)'],
      ['--strict', 'exit status 1 for warnings, too'],
      [
        '--contact-cluster-admin TEXT, --contact-registry-owner TEXT',
        'whom to ask: shown in the steps that they have to take; --format markdown also holds the message to each of them'
      ]
    ],
    end: ['Example: kaptain-registry check my.private.registry:5000']
  },
  cell: {
    about: 'Prints the Python of the Config cell. Makes no connection.',
    usage: ['kaptain-registry cell [HOST[:PORT]] [options]'],
    notes: [
      'Without HOST: the only private registry of the Docker config, of which nothing but the names of registries is used. With HOST no file is opened.'
    ],
    options: [
      ['--docker-config PATH', "Docker config at another place than the SDK's default"],
      ['--ca-file PATH', "CA file at another place than the SDK's default"],
      ['--no-ca', 'the registry is publicly trusted: no certificate provider'],
      ['--model', 'add a Model(...) that uses the config; needs --image and --base-image'],
      ['--image REF', 'image to build, on the same registry'],
      ['--base-image REF', 'image to start from'],
      ['--sdk VERSION', 'Kaptain SDK for which the Model part is written (default: the newest known)']
    ],
    end: ['Example: kaptain-registry cell my.private.registry:5000']
  },
  login: {
    about: 'Tries a login, then writes it into the Docker config. A registry that is not trusted gets no login.',
    usage: ['kaptain-registry login HOST[:PORT] [options]'],
    notes: [
      'Asks for user name and password; the password is not shown, and is never an argument. It is tried once. Only the entries of this registry are changed; the file is replaced as a whole or not at all, and only you can read it.'
    ],
    options: [
      ['--username NAME', 'do not ask for the user name'],
      ['--password-stdin', 'read the password from standard input; needs --username'],
      ['--to-file PATH', 'this Docker config instead of $HOME/.docker/config.json'],
      ['--ca-file PATH', 'this CA file instead of $HOME/.tls/certificate.crt'],
      [
        '--resolve HOST:PORT:ADDRESS',
        'reach this host and port at this address; certificates are judged as if DNS had said so'
      ],
      ['--timeout SECONDS', 'limit of each look at the registry (default: 20)'],
      [
        '--contact-cluster-admin TEXT, --contact-registry-owner TEXT',
        'whom to ask: shown in the steps that they have to take'
      ]
    ],
    end: ['Example: kaptain-registry login my.private.registry:5000']
  },
  ca: {
    about: 'Shows the certificates that a registry sends, and which of them a client needs. Sends no login.',
    usage: ['kaptain-registry ca HOST[:PORT] [options]'],
    notes: [
      "Writes nothing without --accept. Compare the SHA-256 through another channel, such as phone or a ticket, before you accept it: what the registry sends is not trusted yet. Where the CA itself was not sent, the message to the registry's owner is printed."
    ],
    options: [
      ['--accept SHA256', 'write the CA with this SHA-256, in any spelling; what is in the file stays'],
      ['--from FILE', "take the CA from this file, as the registry's owner sent it"],
      ['--to-file PATH', 'this CA file instead of $HOME/.tls/certificate.crt'],
      [
        '--resolve HOST:PORT:ADDRESS',
        'reach this host and port at this address; certificates are judged as if DNS had said so'
      ],
      ['--timeout SECONDS', 'limit of the whole run (default: 20)'],
      [
        '--contact-cluster-admin TEXT, --contact-registry-owner TEXT',
        'whom to ask: shown in the steps that they have to take'
      ]
    ],
    end: ['Example: kaptain-registry ca my.private.registry:5000']
  },
  manifests: {
    about:
      'Prints what gives every new notebook of a namespace login and CA: the commands for two Secrets, and the PodDefault. Opens neither file and makes no connection. What is printed can be given to kubectl as it is.',
    usage: ['kaptain-registry manifests [options]'],
    options: [
      ['--namespace NS', 'namespace (default: that of the pod in which this runs)'],
      ['--name NAME', 'name of the PodDefault (default: notebook-configuration)'],
      ['--label LABEL', 'label that chooses it (default: its name)'],
      ['--description TEXT', 'text beside its tick (default: Private Docker Registry)'],
      ['--secret-name NAME', 'Secret of the Docker config (default: docker-secret)'],
      ['--ca-secret-name NAME', 'Secret of the CA (default: docker-registry-certificate)'],
      ['--no-ca', 'the registry is publicly trusted: no CA'],
      ['--docker-config PATH', 'file that becomes the first Secret (default: config.json)'],
      ['--ca-file PATH', 'file that becomes the second Secret (default: certificate.crt)'],
      ['--home PATH', 'home folder in the notebooks (default: /home/kubeflow)'],
      ['--format yaml|json', '(default: yaml, with the steps as comments)'],
      [
        '--contact-cluster-admin TEXT, --contact-registry-owner TEXT',
        'whom to ask: shown in the steps that they have to take'
      ]
    ],
    end: ['Example: kaptain-registry manifests --namespace team-a']
  },
  explain: {
    about: 'Says what a code means, or what is behind an error text, what to do and who has to do it. Works offline.',
    usage: ['kaptain-registry explain CODE', 'kaptain-registry explain --log FILE|-'],
    options: [
      [
        '--log FILE',
        'text of a failed cell, of a build or of events, or a notebook with its outputs; "-" reads standard input. Of a text over 20 MiB the first 4 and the last 16 MiB are read. Nothing of the text is shown again but registries and images, and none of them is connected to.'
      ],
      ['--contact-cluster-admin TEXT, --contact-registry-owner TEXT', 'whom to ask, shown in their steps']
    ],
    end: [
      'Exit status: 0 when the text was read, whether it is known or not.',
      'Example: kaptain-registry explain --log build.log'
    ]
  }
};
