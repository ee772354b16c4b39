/** Follows the tracebacks of an output: which lines are code, and what belongs to one failure. */

/** A failure in Python: a traceback with those that it was raised from or while handling. */
export interface Chain {
  /** Goes through python-dxf. */
  dxf: boolean;
  /** Goes through the login of python-dxf. */
  dxfLogin: boolean;
  /** Goes through the Kaptain SDK. */
  sdk: boolean;
  /** Goes through the part of it that reads the Docker config. */
  sdkConfig: boolean;
  /** Goes through the part of it that reads the CA file. */
  sdkCa: boolean;
  /** A request to a registry stands in one of its messages. */
  registry: boolean;
  /** Something in it, or after it, is known. */
  known: boolean;
}

const BEGIN = 'Traceback (most recent call last)';
const AND_THEN = ['During handling of the above exception', 'The above exception was the direct cause'];
/** Folders that packages are installed in: "site-packages", "dist-packages". */
const DXF = '-packages/dxf/';
const SDK = '-packages/kaptain/';
/** Modules that its documentation names, wherever it is installed. */
const SDK_CONFIG = '/kaptain/platform/config/docker';
const SDK_CA = '/kaptain/platform/config/certificates';
/** Another program failed: what it said before counts. */
const PROGRAM_FAILED = 'returned non-zero exit status';
const DXF_LOGIN = ['in authenticate', 'DXFBase.authenticate'];

/** Words to be found in every line, beside those of the catalogue. */
export const TRACE_WORDS: readonly string[] = [
  BEGIN,
  ...AND_THEN,
  DXF,
  SDK,
  SDK_CONFIG,
  SDK_CA,
  PROGRAM_FAILED,
  ...DXF_LOGIN
];

/** Lines of a traceback that are not the error: places, code with and without its number, marks below it. */
const CODE = /^(?:\s|-{0,6}> ?[0-9]|[0-9]+ |File |Cell In|Input In|<ipython|<frozen|~?\/\S{1,400} in |[~^-]{3})/;

export class Tracebacks {
  /** The last failure so far; null before the first. */
  last: Chain | null = null;
  #inside = false;
  #more = false;

  /**
   * Takes the next line.
   *
   * @param has - whether one of TRACE_WORDS stands in the line
   * @returns whether the line is code, not a message
   */
  take(line: string, has: (word: string) => boolean): boolean {
    if (has(BEGIN)) {
      if (!this.#more || this.last === null) {
        this.last = {
          dxf: false,
          dxfLogin: false,
          sdk: false,
          sdkConfig: false,
          sdkCa: false,
          registry: false,
          known: false
        };
      }
      this.#more = false;
      this.#inside = true;
      return true;
    }
    if (AND_THEN.some(has)) {
      this.#more = true;
      return true;
    }
    if (!this.#inside || this.last === null) {
      return false;
    }
    if (!CODE.test(line)) {
      this.#inside = false;
      this.last.known ||= has(PROGRAM_FAILED);
      return false;
    }
    this.last.dxf ||= has(DXF);
    this.last.dxfLogin ||= has(DXF) && DXF_LOGIN.some(has);
    this.last.dxfLogin ||= has('DXFBase.authenticate');
    this.last.sdk ||= has(SDK);
    this.last.sdkConfig ||= has(SDK_CONFIG);
    this.last.sdkCa ||= has(SDK_CA);
    return true;
  }
}
