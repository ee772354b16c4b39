import type { Area } from './catalogue/types.ts';
import type { Section } from './protocol.ts';

/**
 * What a check is about: one of the two files, a registry, an object of the cluster, or the run itself. Its findings
 * carry that as their subject.
 */
export type SubjectKind = 'docker-config' | 'ca-file' | 'registry' | 'object' | 'run';

/** The dearest thing that a check causes: nothing beyond this machine, connections, questions to the cluster, a write. */
export type Cost = 'local' | 'network' | 'cluster' | 'writes';

/** What is known of a check without running it. */
export interface CheckEntry {
  area: Area;
  section: Section;
  /** Title of the row, two or three words, translatable. */
  title: string;
  subject: SubjectKind;
  cost: Cost;
}

/** Every check, by its id. `src/node/check` has what each of them judges. */
export const CHECKS = {
  'fil.config': { area: 'FIL', section: 'files', title: 'Docker config', subject: 'docker-config', cost: 'local' },
  'fil.ca': { area: 'FIL', section: 'files', title: 'CA file', subject: 'ca-file', cost: 'local' },
  'ca.needed': { area: 'FIL', section: 'files', title: 'CA for this registry', subject: 'registry', cost: 'network' },
  'cfg.format': {
    area: 'CFG',
    section: 'files',
    title: 'Docker config content',
    subject: 'docker-config',
    cost: 'local'
  },
  'cfg.entries': { area: 'CFG', section: 'files', title: 'Other logins', subject: 'docker-config', cost: 'local' },
  'cfg.login': { area: 'CFG', section: 'files', title: 'Login for it', subject: 'registry', cost: 'local' },
  'crt.format': { area: 'CRT', section: 'files', title: 'CA file content', subject: 'ca-file', cost: 'local' },
  'crt.validity': { area: 'CRT', section: 'files', title: 'CA certificate', subject: 'ca-file', cost: 'local' },
  'net.address': { area: 'NET', section: 'registry', title: 'Address', subject: 'registry', cost: 'local' },
  'net.name': { area: 'NET', section: 'registry', title: 'Name found', subject: 'registry', cost: 'network' },
  'net.proxy': { area: 'NET', section: 'registry', title: 'Proxy', subject: 'registry', cost: 'local' },
  'net.port': { area: 'NET', section: 'registry', title: 'Port open', subject: 'registry', cost: 'network' },
  'net.answer': {
    area: 'NET',
    section: 'registry',
    title: 'Encrypted connection',
    subject: 'registry',
    cost: 'network'
  },
  'net.policies': { area: 'NET', section: 'registry', title: 'Network policies', subject: 'registry', cost: 'cluster' },
  'tls.chain': { area: 'TLS', section: 'registry', title: 'Certificate', subject: 'registry', cost: 'network' },
  'tls.name': { area: 'TLS', section: 'registry', title: "Certificate's name", subject: 'registry', cost: 'network' },
  'tls.dates': { area: 'TLS', section: 'registry', title: "Certificate's dates", subject: 'registry', cost: 'network' },
  'tls.programs': { area: 'TLS', section: 'registry', title: 'Programs agree', subject: 'registry', cost: 'network' },
  'tls.bundle': {
    area: 'TLS',
    section: 'registry',
    title: "Python's list of CAs",
    subject: 'registry',
    cost: 'network'
  },
  'tls.nodes': { area: 'TLS', section: 'registry', title: 'Training machines', subject: 'registry', cost: 'network' },
  'tls.switches': {
    area: 'TLS',
    section: 'registry',
    title: 'Certificate checks are on',
    subject: 'run',
    cost: 'local'
  },
  'tls.witness': {
    area: 'TLS',
    section: 'registry',
    title: 'Confirmed by Python',
    subject: 'registry',
    cost: 'network'
  },
  'sdk.package': { area: 'SDK', section: 'notebook', title: 'Kaptain SDK', subject: 'run', cost: 'local' },
  'reg.api': { area: 'REG', section: 'registry', title: 'Registry API', subject: 'registry', cost: 'network' },
  'reg.service': { area: 'REG', section: 'registry', title: 'Login service', subject: 'registry', cost: 'network' },
  'reg.login': { area: 'REG', section: 'registry', title: 'Login', subject: 'registry', cost: 'network' },
  'reg.images': { area: 'REG', section: 'registry', title: 'Image names', subject: 'run', cost: 'local' },
  'reg.pull': { area: 'REG', section: 'registry', title: 'Pull', subject: 'registry', cost: 'network' },
  'reg.push': { area: 'REG', section: 'registry', title: 'Push', subject: 'registry', cost: 'writes' }
} as const satisfies Record<string, CheckEntry>;

export type CheckId = keyof typeof CHECKS;

/**
 * Who raises a finding: a check, the guard at the exit, which holds a report back, the tool itself where no run was
 * possible, or the page about an open notebook.
 */
export type Raiser = CheckId | 'exit' | 'tool' | 'notebook.open' | 'notebook.cell';
