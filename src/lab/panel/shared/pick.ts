import { useServices } from './services.ts';

/**
 * Lets the person pick one of the notebook's files.
 *
 * @returns asks with a title, and gives the absolute path, or null when the person took none; null itself where files
 * cannot be picked
 */
export function usePickFile(): ((title: string) => Promise<string | null>) | null {
  const { checks, welcome } = useServices();
  const root = checks.state.site?.root ?? '';
  const pickFile = welcome?.pickFile ?? null;
  if (pickFile === null || root === '') {
    return null;
  }
  return async title => {
    const path = await pickFile(title);
    return path === null ? null : `${root.replace(/\/$/, '')}/${path}`;
  };
}
