/** Compiles one of the three projects with changes that stand in memory alone: what would the compiler say to them? */
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** @type {Map<string, ts.SourceFile | undefined>} */
const PARSED = new Map();

/**
 * @param {'common' | 'node' | 'lab'} project
 * @param {Record<string, string | ((text: string) => string)>} changes by path below `src`: the file's new text, or what
 *   makes it of the old one
 * @returns {string[]} what the compiler says of the changed files and of the project as a whole, one line each; empty: it
 *   takes them. Without a change: of every file
 */
export function compile(project, changes) {
  const configFile = resolve(root, 'src', project, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { incremental: true, tsBuildInfoFile: undefined },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: diagnostic => {
        throw new Error(lineOf(diagnostic));
      }
    }
  );
  if (!config) {
    throw new Error(`${configFile} cannot be read.`);
  }
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [path, change] of Object.entries(changes)) {
    const file = resolve(root, 'src', path);
    const before = ts.sys.readFile(file);
    const after = typeof change === 'string' ? change : change(before ?? '');
    if (after === before) {
      throw new Error(`The change of ${path} changes nothing.`);
    }
    texts.set(file, after);
  }
  const host = ts.createCompilerHost(config.options);
  const { readFile, fileExists } = host;
  host.readFile = path => texts.get(resolve(path)) ?? readFile(path);
  host.fileExists = path => texts.has(resolve(path)) || fileExists(path);
  const { getSourceFile } = host;
  host.getSourceFile = (path, options, ...more) => {
    const text = texts.get(resolve(path));
    if (text !== undefined) {
      return ts.createSourceFile(path, text, options);
    }
    // What is not changed is read once for all compilations of this process.
    const key = `${project} ${path}`;
    if (!PARSED.has(key)) {
      PARSED.set(key, getSourceFile(path, options, ...more));
    }
    return PARSED.get(key);
  };
  host.writeFile = () => undefined;
  const own = [...texts.keys()].filter(file => file.startsWith(`${dirname(configFile)}/`));
  const program = ts.createProgram({
    rootNames: [...new Set([...config.fileNames, ...own])],
    options: { ...config.options, noEmit: false },
    projectReferences: config.projectReferences,
    host
  });
  if (texts.size === 0) {
    return ts.getPreEmitDiagnostics(program).map(lineOf);
  }
  const changed = [...texts.keys()].flatMap(file => program.getSourceFile(file) ?? []);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...changed.flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  ].map(lineOf);
}

/** @param {ts.Diagnostic} diagnostic */
function lineOf({ file, messageText }) {
  return `${file ? `${file.fileName}: ` : ''}${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
