import { dateArg, fingerprintArg, subjectArg } from '../../common/args.ts';
import { textsOf } from '../../common/finding.ts';
import type { Finding, RegistryReport, TreeCertificate } from '../../common/report.ts';
import type { TreeFacts, TreeNode } from '../x509/facts.ts';

function certificateOf(node: TreeNode, findings: readonly Finding[]): TreeCertificate {
  const { position, sha256 } = node;
  const subject = subjectArg(position === null ? node.subject : `number ${position + 1} of the chain`);
  const own = findings.filter(({ args, evidence }) =>
    sha256 === null ? args['subject'] === subject : evidence.some(({ value }) => value === sha256)
  );
  return {
    subject,
    issuer: subjectArg(node.issuer),
    ...(sha256 === null ? {} : { sha256: fingerprintArg(sha256) }),
    from: node.from,
    validUntil: dateArg(node.notAfter),
    signedBy: node.signedBy,
    selfSigned: node.selfIssued && node.signedBy === null,
    problems: own.map(finding => ({ code: finding.code, severity: finding.severity, text: textsOf(finding).short }))
  };
}

/**
 * The certificates of one registry for the report: each with the findings whose evidence shows it.
 *
 * @param findings - those of the registry and of the files
 */
export function reportTree(tree: TreeFacts, findings: readonly Finding[]): RegistryReport['tree'] {
  return tree.nodes.length === 0
    ? undefined
    : { certificates: tree.nodes.map(node => certificateOf(node, findings)), others: tree.others };
}
