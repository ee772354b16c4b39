/** One of the two files: where `default()` looks for it below the home folder, and how much of it is read at most. */
export interface FileKind {
  name: string;
  option: 'dockerConfig' | 'caFile';
  /** In bytes. */
  limit: number;
}

export const CONFIG_FILE: FileKind = { name: '.docker/config.json', option: 'dockerConfig', limit: 64 * 1024 };
export const CA_FILE: FileKind = { name: '.tls/certificate.crt', option: 'caFile', limit: 1024 * 1024 };
