import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileAccess, type FileAccess } from '../../src/node/collect/file.ts';

/** Folder of the current version, as kubelet names it. */
const VERSION = '..2026_11_24_10_00_00.123456789';

/**
 * Lays files out as kubelet does for a mounted Secret: links into `..data`, a link to the folder of one version.
 *
 * @param folder - mount point, absolute
 * @param files - content by key
 */
export function mountSecret(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  mkdirSync(join(folder, VERSION), { recursive: true });
  symlinkSync(VERSION, join(folder, '..data'));
  for (const [key, content] of Object.entries(files)) {
    writeFileSync(join(folder, VERSION, key), content, { mode: 0o644 });
    symlinkSync(join('..data', key), join(folder, key));
  }
}

/** The file system of a pod with these mount points beside the root; those of Secrets are read-only. */
export function mountedAt(...points: readonly string[]): FileAccess {
  const line = (point: string, options: string): string => `36 35 0:50 / ${point} ${options} - tmpfs tmpfs rw`;
  const table = [line('/', 'rw,relatime'), ...points.map(point => line(point, 'ro,relatime'))].join('\n');
  return { ...fileAccess, mountTable: () => Promise.resolve(table) };
}

/** Variables by which a program knows that it runs in a pod. */
export const IN_POD = { KUBERNETES_SERVICE_HOST: '10.96.0.1' };
