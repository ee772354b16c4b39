import { element } from '../gauntlet/pki/der.ts';
import { readDer, type DerNode } from '../../src/node/x509/asn1.ts';
import { pick, type Next } from './mutations.ts';

/** Elements of a structure, from the outermost on. */
function elementsOf(node: DerNode): DerNode[] {
  return [node, ...node.children.flatMap(elementsOf)];
}

/** The structure with one element put in another's place; all lengths are right again. */
function withElement(node: DerNode, place: DerNode, given: Buffer): Buffer {
  if (node === place) {
    return given;
  }
  const inside = node.start <= place.start && place.end <= node.end && node.children.length > 0;
  return inside
    ? element(node.tag, ...node.children.map(child => withElement(child, place, given)))
    : Buffer.from(node.bytes);
}

function changed(place: DerNode, others: readonly DerNode[], pieces: readonly Buffer[], next: Next): Buffer {
  const content = Buffer.from(place.content);
  const own = Buffer.from(place.bytes);
  switch (next(8)) {
    case 0:
      return Buffer.alloc(0);
    case 1:
      return Buffer.concat([own, own]);
    case 2:
      return element(
        pick([0x01, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x13, 0x16, 0x1e, 0x30, 0x31, 0x82, 0xa0], next),
        content
      );
    case 3:
      return Buffer.from(pick(others, next).bytes);
    case 4:
      return element(place.tag);
    case 5:
      return element(place.tag, pick(pieces, next));
    case 6:
      return element(place.tag, content, pick(pieces, next));
    default:
      if (content.length > 0) {
        content[next(content.length)] = next(256);
      }
      return element(place.tag, content);
  }
}

/**
 * A certificate of which one to three elements were replaced, doubled, emptied or taken out: it stays DER, so that the
 * change arrives at the reader of that element.
 */
export function editedDer(der: Buffer, donor: Buffer, pieces: readonly Buffer[], next: Next): Buffer {
  let result = der;
  for (let count = 1 + next(3); count > 0; count -= 1) {
    const root = readDer(result);
    const place = pick(elementsOf(root), next);
    result = withElement(root, place, changed(place, elementsOf(readDer(donor)), pieces, next));
    if (result.length === 0) {
      return der;
    }
    try {
      readDer(result);
    } catch {
      return result;
    }
  }
  return result;
}
