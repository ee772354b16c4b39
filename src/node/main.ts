/**
 * The command's first file: loads the rest, so that an installation with missing or damaged files ends with one
 * sentence instead of Node's own report.
 */
try {
  await import('./cli.ts');
} catch {
  process.stderr.write(
    'kaptain-registry: This installation is incomplete: install jupyterlab-kaptain-registry again with pip. (KR-INT-005)\n'
  );
  process.exitCode = 3;
}

export {};
