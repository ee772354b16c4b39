import { parseHost } from '../host.ts';
import { CellError } from './error.ts';

/** Whether a text is `host` or `host:port` as `docker_registry_url` wants it: no scheme, no path, no user. */
export function isRegistry(text: string): boolean {
  return parseHost(text).ok;
}

// Grammar: github.com/distribution/reference, reference.go (path-component, tag, digest).
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** An image reference in its parts. */
export interface ImageParts {
  /** Registry in front, as typed; null when the name has none and so means Docker Hub. */
  registry: string | null;
  repository: string;
  tag: string | null;
  digest: string | null;
}

/** Splits an image reference; null when it is none. The rule for the registry in front is Docker's: a dot, a colon or `localhost`. */
export function parseImage(text: string): ImageParts | null {
  if (text.length > 512) {
    return null;
  }
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  let rest = hasRegistry ? text.slice(slash + 1) : text;
  let digest: string | null = null;
  let tag: string | null = null;
  const at = rest.indexOf('@');
  if (at >= 0) {
    digest = rest.slice(at + 1);
    rest = rest.slice(0, at);
  }
  const colon = rest.indexOf(':');
  if (colon >= 0) {
    tag = rest.slice(colon + 1);
    rest = rest.slice(0, colon);
  }
  const good =
    REPOSITORY.test(rest) &&
    (tag === null || TAG.test(tag)) &&
    (digest === null || DIGEST.test(digest)) &&
    (!hasRegistry || isRegistry(first));
  return good ? { registry: hasRegistry ? first : null, repository: rest, tag, digest } : null;
}

/**
 * The name of the image to build, on the registry of the cell.
 *
 * @param text - as typed; without a registry in front the cell's is put there
 * @throws CellError `image-missing`, `image-name`, `image-elsewhere`
 */
export function imageOn(registry: string, text: string): string {
  const typed = text.trim();
  // A registry without dot and port ("registry/team/model") is known by being the cell's own.
  const own = typed.startsWith(`${registry}/`);
  const name = own ? typed.slice(registry.length + 1) : typed;
  if (name === '') {
    throw new CellError('image-missing');
  }
  const parts = parseImage(name);
  if (parts !== null && parts.registry !== null) {
    throw new CellError('image-elsewhere');
  }
  if (parts === null || parts.digest !== null) {
    throw new CellError('image-name');
  }
  return `${registry}/${name}`;
}

/**
 * The image that the model's image is built on, as typed: no registry is added.
 *
 * @throws CellError `base-image-missing`, `base-image`
 */
export function baseImage(text: string): string {
  const typed = text.trim();
  if (typed === '') {
    throw new CellError('base-image-missing');
  }
  if (parseImage(typed) === null) {
    throw new CellError('base-image');
  }
  return typed;
}

/** Whether an image name has no registry in front, so that every builder looks for it on Docker Hub. */
export function meansDockerHub(image: string): boolean {
  return parseImage(image.trim())?.registry === null;
}

/** The same image on another registry, when it is on `from`; else unchanged. */
export function moveImage(image: string, from: string, to: string): string {
  return image.startsWith(`${from}/`) ? `${to}${image.slice(from.length)}` : image;
}
