import { ADD_CA, CA_COPY, INSTALL_CA, RECREATE_CA, REPLACE_CA, RUN_AGAIN, SEE_CA } from './steps.ts';
import type { CodeEntry, FixTemplate } from './types.ts';

const ASK_FOR_CA: FixTemplate = {
  text: 'Ask for the certificate of the CA as a text file that begins with BEGIN CERTIFICATE, and for its SHA-256 through another channel, such as phone or a ticket.',
  by: 'registry-owner'
};

const REPLACE: readonly FixTemplate[] = [ASK_FOR_CA, ...REPLACE_CA, RUN_AGAIN];

/** After a step that has written the corrected certificate into the home folder. */
const USE_COPY: readonly FixTemplate[] = [INSTALL_CA, RECREATE_CA, RUN_AGAIN];

/** Writes what OpenSSL reads as a plain certificate, into the home folder. */
const REWRITE: FixTemplate = {
  text: 'Write the certificate again in its plain form.',
  by: 'you',
  command: `openssl x509 -in {path} -out ${CA_COPY}`
};

/** Content of the CA file. */
export const crt = {
  'KR-CRT-001': {
    title: 'The CA file holds no certificate',
    short: 'no certificate in it',
    severity: 'error',
    explanation:
      '{path} holds something else than a certificate in text form (PEM: lines between BEGIN CERTIFICATE and END CERTIFICATE). The SDK stops at such a file; the image builder passes over it without a word and later says only "unknown authority".',
    fix: REPLACE,
    args: { path: 'path', namespace: 'object' },
    explainedBy: ['KR-FIL-005'],
    variants: {
      der: {
        title: 'The CA file is in binary form',
        short: 'binary form',
        explanation:
          '{path} is a certificate, but in binary form (DER). The SDK and the image builder read only the text form (PEM, with the lines BEGIN CERTIFICATE and END CERTIFICATE): the SDK stops, the builder passes over it without a word.',
        fix: [
          {
            text: 'Convert it to text form.',
            by: 'you',
            command: `openssl x509 -inform der -in {path} -out ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      'bare-base64': {
        title: 'The BEGIN and END lines of the CA file are missing',
        short: 'BEGIN and END are missing',
        explanation:
          '{path} holds the encoded text of a certificate, but not the lines BEGIN CERTIFICATE and END CERTIFICATE around it. No program recognises it.',
        fix: [
          {
            text: 'Decode it and write it again with both lines.',
            by: 'you',
            command: `base64 -d {path} | openssl x509 -inform der -out ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      pkcs7: {
        title: 'The CA file is a PKCS#7 bundle',
        short: 'a PKCS#7 bundle',
        explanation:
          '{path} is a bundle of certificates in the PKCS#7 format (usual endings: .p7b, .p7c). The SDK and the image builder read only plain certificates in text form.',
        fix: [
          {
            text: 'Take the certificates out of the bundle.',
            by: 'you',
            command: `openssl pkcs7 -inform der -in {path} -print_certs -out ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      pkcs12: {
        title: 'The CA file is a PKCS#12 store',
        short: 'a PKCS#12 store',
        explanation:
          '{path} is a password-protected store in the PKCS#12 format (usual endings: .p12, .pfx). The SDK and the image builder cannot open it, and such a store often holds a private key, which has no business in a notebook.',
        fix: [
          {
            text: 'Where the store came from, take out the CA certificates alone; it asks for the password of the store.',
            by: 'you',
            command: `openssl pkcs12 -in {path} -nokeys -cacerts -out ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      utf16: {
        title: 'The CA file is stored as UTF-16',
        short: 'stored as UTF-16',
        explanation:
          '{path} was saved with two bytes for each character (UTF-16), as PowerShell does with ">". No program recognises the certificate in it.',
        fix: [
          {
            text: 'Convert it to plain text.',
            by: 'you',
            command: `iconv -f UTF-16 -t ASCII {path} > ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      html: {
        title: 'The CA file is a web page',
        short: 'a web page',
        explanation:
          '{path} is an HTML page. Whoever downloaded the certificate probably got a login page or an error page instead.'
      },
      markers: {
        title: 'The BEGIN and END lines of the CA file are misspelled',
        short: 'BEGIN and END are misspelled',
        explanation:
          '{path} looks like a certificate in text form, but its first and last line are not exactly "-----BEGIN CERTIFICATE-----" and "-----END CERTIFICATE-----": five plain hyphens on each side, capital letters. Word processors and chats like to change them. No program recognises it.',
        fix: [
          {
            text: 'Correct the two lines, or take the file again from its source without passing it through an editor or chat.',
            by: 'you'
          },
          ...USE_COPY
        ]
      },
      path: {
        title: 'The CA file holds a path, not the content of a file',
        short: 'a path, not the content',
        explanation:
          '{path} holds nothing but the name or the path of a file. kubectl writes that into a Secret when it is told --from-literal instead of --from-file. The SDK stops at such a file; the image builder passes over it without a word.',
        fix: [{ text: 'Use --from-file, which puts in what stands in the file.', by: 'you' }, ...USE_COPY]
      },
      'docker-config': {
        title: 'The Docker config stands where the CA file should be',
        short: 'a Docker config, not a certificate',
        explanation:
          '{path} holds a Docker config, the file with the login, and no certificate. Two files or two Secrets were probably swapped: the login belongs into config.json, the certificate of the CA belongs here.',
        fix: [
          {
            text: 'Find the certificate of the CA. If it is in the Docker config or in its Secret: swap the two.',
            by: 'you'
          },
          ...USE_COPY
        ]
      },
      manifest: {
        title: 'The CA file is a Kubernetes manifest',
        short: 'a manifest, not a certificate',
        explanation:
          '{path} holds the YAML or JSON of a Kubernetes object (a Secret or ConfigMap). The certificate is inside it, perhaps encoded. The SDK stops at such a file; the image builder passes over it without a word.',
        fix: [
          { text: 'Use the certificate itself: a text file that begins with BEGIN CERTIFICATE.', by: 'you' },
          ...USE_COPY
        ]
      },
      'java-keystore': {
        title: 'The CA file is a Java keystore',
        short: 'a Java keystore',
        explanation:
          '{path} is a store in the format of Java (usual endings: .jks, .truststore, or the name cacerts). The SDK and the image builder cannot open it.',
        fix: [
          {
            text: 'Where the store came from, take out the CA certificate alone (put its name in the store in place of the word ALIAS; keytool comes with Java).',
            by: 'you',
            command: `keytool -exportcert -rfc -alias ALIAS -keystore {path} -file ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      archive: {
        title: 'The CA file is an archive',
        short: 'an archive',
        explanation: '{path} is a packed file (such as .zip or .gz), not a certificate. No program unpacks it.',
        fix: [{ text: 'Unpack it, and use the certificate of the CA in it.', by: 'you' }, ...USE_COPY]
      },
      blank: {
        title: 'The CA file holds only blanks',
        short: 'only blanks',
        explanation:
          '{path} holds nothing but blanks and line breaks. The Secret was probably made from the wrong file.'
      }
    }
  },
  'KR-CRT-002': {
    title: 'The certificate in the CA file is damaged',
    short: 'damaged',
    severity: 'error',
    explanation:
      'In {path} the text between BEGIN CERTIFICATE and END CERTIFICATE (block {number}) is no certificate: lines were lost, changed or joined while it was copied. The SDK stops at such a file; the image builder passes over it without a word.',
    fix: REPLACE,
    args: { path: 'path', number: 'integer', namespace: 'object' },
    explainedBy: [],
    variants: {
      cut: {
        title: 'The certificate in the CA file is cut off',
        short: 'cut off',
        explanation:
          'In {path} the line END CERTIFICATE of block {number} is missing: the end of the file was lost while it was copied. The SDK stops at such a file; the image builder passes over it without a word.'
      },
      glued: {
        title: 'Two certificates of the CA file stand on one line',
        short: 'two certificates on one line',
        explanation:
          'In {path} the END line of block {number} and the next BEGIN stand on one line: two files were put together, and the first had no final line break. No program reads such a file.',
        fix: [
          {
            text: 'Put the line break back between END CERTIFICATE and BEGIN CERTIFICATE.',
            by: 'you',
            command: `sed 's/----------BEGIN/-----\\n-----BEGIN/g' {path} > ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      headers: {
        title: 'Extra lines stand inside the certificate of the CA file',
        short: 'extra lines inside',
        explanation:
          'In {path} there are header or comment lines between BEGIN CERTIFICATE and END CERTIFICATE (block {number}). No program reads such a certificate; comments may stand outside of those two lines only.',
        fix: [
          { text: 'Remove every line between the two that is not part of the encoded text.', by: 'you' },
          ...USE_COPY
        ]
      },
      'blank-lines': {
        title: 'Empty lines stand inside the certificate of the CA file',
        short: 'empty lines inside',
        explanation:
          'In {path} there are empty lines between BEGIN CERTIFICATE and END CERTIFICATE (block {number}). Go programs such as the image builder do not mind, but Python, and with it the SDK, refuses the whole file.',
        fix: [
          { text: 'Remove the empty lines.', by: 'you', command: `sed '/^[[:space:]]*$/d' {path} > ${CA_COPY}` },
          ...USE_COPY
        ]
      },
      pkcs7: {
        title: 'The CA file is a PKCS#7 bundle with the wrong label',
        short: 'a PKCS#7 bundle',
        explanation:
          'In {path} the block {number} says CERTIFICATE, but holds a bundle in the PKCS#7 format. No program reads it as a certificate.',
        fix: [
          {
            text: 'Take the certificates out of the bundle.',
            by: 'you',
            command: `sed 's/ CERTIFICATE-/ PKCS7-/' {path} | openssl pkcs7 -print_certs -out ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      'unreadable-name': {
        title: 'A name in the CA certificate is no valid text',
        short: 'a name is no valid text',
        explanation:
          'The certificate in block {number} of {path} holds a name whose bytes are no valid UTF-8. Neither the SDK nor the image builder can read it.',
        fix: [
          { text: 'Issue the CA certificate again with plain characters in its name.', by: 'registry-owner' },
          ADD_CA,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CRT-003': {
    title: 'A private key stands in the CA file',
    short: 'holds a private key',
    severity: 'error',
    explanation:
      '{path} holds a private key. Whoever has the private key of a CA can pretend to be any registry, and this file can be read in every notebook that mounts it. Programs only need the certificate.',
    fix: [
      { text: 'Keep only the certificate.', by: 'you', command: `openssl x509 -in {path} -out ${CA_COPY}` },
      RECREATE_CA,
      {
        text: 'Treat the key as stolen: make a new one, and issue the certificates that depend on it again.',
        by: 'registry-owner'
      }
    ],
    args: { path: 'path', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-004': {
    title: 'The CA file was encoded twice',
    short: 'encoded twice',
    severity: 'error',
    explanation:
      '{path} holds a certificate that was encoded with base64 once more. Kubernetes encodes the data of a Secret by itself; whoever encodes it before, gets this. No program recognises the certificate.',
    fix: [{ text: 'Undo one encoding.', by: 'you', command: `base64 -d {path} > ${CA_COPY}` }, ...USE_COPY],
    args: { path: 'path', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-005': {
    title: 'The line breaks of the CA file are lost',
    short: 'line breaks are lost',
    severity: 'error',
    explanation:
      'In {path} the lines of the certificate stand on one line. BEGIN CERTIFICATE and END CERTIFICATE each need a line of their own. The SDK stops at such a file; the image builder passes over it without a word.',
    fix: REPLACE,
    args: { path: 'path', namespace: 'object' },
    explainedBy: [],
    variants: {
      'literal-newlines': {
        title: 'The CA file has "\\n" where line breaks should be',
        short: '"\\n" instead of line breaks',
        explanation:
          'In {path} the line breaks of the certificate were replaced by the two characters \\ and n. That happens when it passes through JSON or a variable. No program recognises the certificate.',
        fix: [
          {
            text: 'Turn them back into line breaks.',
            by: 'you',
            command: `sed 's/\\\\n/\\n/g; s/"//g' {path} > ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      'old-mac': {
        explanation:
          'The lines of {path} end in a bare carriage return, as on very old Macs. Programs see one long line and recognise no certificate.',
        fix: [
          { text: 'Turn them into line breaks.', by: 'you', command: `tr '\\r' '\\n' < {path} > ${CA_COPY}` },
          ...USE_COPY
        ]
      },
      indented: {
        title: 'The certificate in the CA file is indented',
        short: 'indented',
        explanation:
          'In {path} blanks stand before "-----BEGIN CERTIFICATE-----", as after pasting from YAML. Programs look for the line at its very beginning and recognise no certificate.',
        fix: [
          { text: 'Remove the blanks.', by: 'you', command: `sed 's/^[[:space:]]*//' {path} > ${CA_COPY}` },
          ...USE_COPY
        ]
      },
      quoted: {
        title: 'The certificate in the CA file stands in quotes',
        short: 'stands in quotes',
        explanation:
          'In {path} a quotation mark stands before "-----BEGIN CERTIFICATE-----". Programs look for the line at its very beginning and recognise no certificate.',
        fix: [
          { text: 'Remove the quotation marks.', by: 'you', command: `tr -d '"' < {path} > ${CA_COPY}` },
          ...USE_COPY
        ]
      },
      'text-before': {
        title: 'Something stands before BEGIN CERTIFICATE on its line',
        short: 'text before BEGIN',
        explanation:
          'In {path} "-----BEGIN CERTIFICATE-----" does not begin its line. Programs look for it at the very beginning of a line and recognise no certificate.',
        fix: [
          {
            text: 'Give "-----BEGIN CERTIFICATE-----" a line of its own.',
            by: 'you',
            command: `sed 's/^.*-----BEGIN/-----BEGIN/' {path} > ${CA_COPY}`
          },
          ...USE_COPY
        ]
      },
      'one-of-several': {
        title: 'One of the certificates in the CA file is passed over',
        short: 'one is passed over',
        severity: 'warning',
        explanation:
          '{path} holds several certificates. At least one of them does not begin with "-----BEGIN CERTIFICATE-----" alone on a line; every program passes over that one without a word.',
        fix: [
          { text: 'Give each BEGIN and each END a line of its own, without anything before it.', by: 'you' },
          ...USE_COPY
        ]
      }
    }
  },
  'KR-CRT-006': {
    title: "The CA file holds the registry's own certificate, not its CA",
    short: 'own certificate instead of CA',
    severity: 'error',
    explanation:
      '{path} holds the certificate that {host} itself shows, and not the one of the CA that signed it ({issuer}). Go programs such as the image builder accept that; Python, and with it the SDK, refuses it before version 3.13. It would break anyway as soon as the registry gets its next certificate.',
    fix: [
      {
        text: 'Ask for the certificate of {issuer}, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      SEE_CA,
      ADD_CA,
      RUN_AGAIN
    ],
    args: { path: 'path', host: 'host', issuer: 'subject', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-007': {
    title: 'The certificate in the CA file may not sign others',
    short: 'not a CA',
    severity: 'error',
    explanation:
      'The certificate {subject} in {path} did sign the one that {host} shows, but it is not marked as a CA ({what}). Programs refuse what such a certificate signs.',
    fix: [
      {
        text: 'Issue the CA certificate again, marked as a CA (basicConstraints CA:TRUE, keyUsage keyCertSign).',
        by: 'registry-owner'
      },
      ADD_CA,
      RUN_AGAIN
    ],
    args: { path: 'path', host: 'host', subject: 'subject', what: 'object', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-008': {
    title: 'The CA in your file has expired',
    short: 'CA has expired',
    severity: 'error',
    explanation:
      'The certificate {subject} in {path} ended on {date}. Everything that it signed is refused since then, even where the registry\'s own certificate is still good; programs say only "expired".',
    fix: [
      {
        text: 'Ask for the renewed CA certificate, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      ADD_CA,
      RUN_AGAIN
    ],
    args: { path: 'path', subject: 'subject', date: 'date', namespace: 'object' },
    explainedBy: [],
    variants: {
      'one-of-several': {
        title: 'One of the CAs in your file has expired',
        short: 'one CA has expired',
        severity: 'info',
        explanation:
          'The certificate {subject} in {path} ended on {date}. Others in the file are good; this one is of no use any more.',
        fix: [{ text: 'Remove it when you next change the Secret.', by: 'you' }]
      },
      server: {
        title: 'The certificate in your file, which the registry signed for itself, has expired',
        short: 'certificate has expired',
        explanation:
          '{path} holds the certificate {subject} of a registry that signs for itself. It ended on {date}; every program refuses the connection since then.',
        fix: [
          {
            text: 'Make a new certificate for the registry, and hand it out as a text file, and its SHA-256 through another channel, such as phone or a ticket.',
            by: 'registry-owner'
          },
          ADD_CA,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CRT-009': {
    title: 'The CA in your file is not valid yet',
    short: 'CA is not valid yet',
    severity: 'error',
    explanation:
      'The certificate {subject} in {path} begins on {date}. Either it was issued for later, or the clock of this machine is wrong.',
    fix: [
      { text: 'Compare the date and time here with a clock.', by: 'you', command: 'date -u' },
      { text: 'If the clock is wrong: switch time synchronisation on for the nodes.', by: 'cluster-admin' },
      { text: 'If the clock is right: ask for the CA certificate that is in use today.', by: 'registry-owner' }
    ],
    args: { path: 'path', subject: 'subject', date: 'date', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-010': {
    title: 'The CA in your file expires in {days} days',
    short: 'CA expires in {days} days',
    severity: 'warning',
    explanation:
      'The certificate {subject} in {path} ends on {date}. From then on the SDK and the image builder refuse the registry.',
    fix: [
      {
        text: 'Ask for the renewed CA certificate in time, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      ADD_CA,
      RUN_AGAIN
    ],
    args: { path: 'path', subject: 'subject', date: 'date', days: 'integer', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-011': {
    title: 'The root of the CA is missing in your file',
    short: 'root CA is missing',
    severity: 'error',
    explanation:
      '{path} holds the intermediate CA {subject}, but not the root CA above it ({issuer}). Go programs such as the image builder accept that; Python, and with it the SDK, refuses it before version 3.13.',
    fix: [
      {
        text: 'Ask for the certificate of {issuer}, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      ADD_CA,
      RUN_AGAIN
    ],
    args: { path: 'path', subject: 'subject', issuer: 'subject', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-012': {
    title: 'The key of the CA in your file is too short',
    short: 'CA key too short',
    severity: 'warning',
    explanation:
      'The certificate {subject} in {path} has a key of {bits} bits. Python, and with it the SDK, wants RSA keys of 2048 bits and more and refuses what it signed; older Go programs accept it.',
    fix: [
      {
        text: 'Issue the CA again with an RSA key of at least 2048 bits or with the curve P-256.',
        by: 'registry-owner'
      }
    ],
    args: { path: 'path', subject: 'subject', bits: 'integer' },
    explainedBy: []
  },
  'KR-CRT-013': {
    title: 'The CA file holds {count} certificates',
    short: '{count} certificates',
    severity: 'info',
    explanation: '{path} holds {count} certificates. That is fine: each program picks the one it needs.',
    fix: [],
    args: { path: 'path', count: 'integer' },
    explainedBy: []
  },
  'KR-CRT-014': {
    title: 'The CA in your file demands something that programs do not know',
    short: 'unknown demand',
    severity: 'warning',
    explanation:
      'The certificate {subject} in {path} has an extension ({what}) that is marked as critical: whoever does not understand it has to refuse the certificate. Neither the SDK nor the image builder understands it.',
    fix: [
      {
        text: 'Issue the CA certificate again without this extension, or not marked as critical.',
        by: 'registry-owner'
      }
    ],
    args: { path: 'path', subject: 'subject', what: 'object' },
    explainedBy: []
  },
  'KR-CRT-015': {
    title: 'The CA file holds other things, but no certificate',
    short: 'no certificate in it',
    severity: 'error',
    explanation:
      '{path} is a text file of the right kind, but what stands in it is: {found}. The certificate of the CA is not there.',
    fix: REPLACE,
    args: { path: 'path', found: 'objects', namespace: 'object' },
    explainedBy: ['KR-CRT-003']
  },
  'KR-CRT-016': {
    title: 'The CA file has Windows line ends',
    short: 'Windows line ends',
    severity: 'info',
    explanation: 'The lines of {path} end as on Windows. Every program here accepts that.',
    fix: [],
    args: { path: 'path' },
    explainedBy: []
  },
  'KR-CRT-017': {
    title: 'The image builder passes over the CA in your file',
    short: 'builder passes over it',
    severity: 'error',
    explanation:
      'In {path} the block {number} has a label that Python reads and Go programs do not ("{label}" instead of CERTIFICATE). The SDK trusts the registry; the image builder and the training machines pass over the CA without a word and later say only "unknown authority".',
    fix: [REWRITE, ...USE_COPY],
    args: { path: 'path', number: 'integer', label: 'object', namespace: 'object' },
    explainedBy: [],
    variants: {
      bom: {
        explanation:
          'In {path} an invisible byte-order mark stands before BEGIN CERTIFICATE of block {number}; Windows editors write it. Python reads the certificate all the same; Go programs such as the image builder and the training machines pass over it without a word and later say only "unknown authority".'
      },
      trailing: {
        explanation:
          'In {path} the block {number} holds extra bytes after the certificate. Python reads the certificate all the same; Go programs such as the image builder and the training machines pass over it without a word and later say only "unknown authority".'
      }
    }
  },
  'KR-CRT-018': {
    title: 'The image builder does not know the kind of key of your CA',
    short: 'kind of key unknown to builder',
    severity: 'error',
    explanation:
      'The certificate {subject} in {path} has a key of the kind {what}. Python, and with it the SDK, accepts it; Go programs such as the image builder and the training machines do not know it and pass over the CA without a word.',
    fix: [
      {
        text: 'Issue the CA again with an RSA key of at least 2048 bits or with the curve P-256.',
        by: 'registry-owner'
      }
    ],
    args: { path: 'path', subject: 'subject', what: 'object' },
    explainedBy: []
  },
  'KR-CRT-019': {
    title: 'Newer Python versions refuse this certificate',
    short: 'refused by newer Python',
    severity: 'warning',
    explanation:
      'The certificate {subject} lacks something that Python 3.13 with urllib3 2.4 or later insists on ({what}). Older versions accept it: it may work today and fail after the next update of the notebook image.',
    fix: [
      {
        text: 'Issue the certificate again with the standard extensions: basicConstraints and keyUsage (critical, for CAs), subjectKeyIdentifier, authorityKeyIdentifier.',
        by: 'registry-owner'
      }
    ],
    args: { subject: 'subject', what: 'objects' },
    explainedBy: []
  },
  'KR-CRT-020': {
    title: 'One damaged certificate spoils the whole CA file',
    short: 'block {number} is damaged',
    severity: 'error',
    explanation:
      'In {path} the block {number} is no readable certificate, though others are. Go programs pass over it, but Python, and with it the SDK, refuses the whole file for it.',
    fix: [
      { text: 'Remove the block {number} (from its BEGIN line to its END line) from the file.', by: 'you' },
      ...USE_COPY
    ],
    args: { path: 'path', number: 'integer', namespace: 'object' },
    explainedBy: []
  },
  'KR-CRT-021': {
    title: 'The CA file itself forbids this CA for registries',
    short: 'forbidden by the file',
    severity: 'error',
    explanation:
      'The certificate {subject} in {path} is stored together with the remark that it must not be trusted for servers (label TRUSTED CERTIFICATE). Python, and with it the SDK, obeys; Go programs pass over such a block altogether.',
    fix: [REWRITE, ...USE_COPY],
    args: { path: 'path', subject: 'subject', namespace: 'object' },
    explainedBy: []
  }
} as const satisfies Record<string, CodeEntry>;
