/** Folder of an absolute path, without a final slash; the path itself where there is none. */
export function dirname(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? path : path.slice(0, at);
}
