/** Version of the package; the bundler puts it in, a run from the sources has none. */
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0+source';
export const TOOL_NAME = 'jupyterlab-kaptain-registry';
//# sourceMappingURL=version.js.map
