/** Version of the package; the bundler puts it in, a run from the sources has none. */
export declare const VERSION: string;
export declare const TOOL_NAME = 'jupyterlab-kaptain-registry';
