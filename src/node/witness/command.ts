import { proxyVariables } from './environment.ts';
import {
  secondsOf,
  type HandshakeQuestion,
  type Patience,
  type Reply,
  type Surveyed,
  type WitnessHost
} from './host.ts';
import { WitnessProcess } from './process.ts';
import type { Running } from './running.ts';

/** The command as host: one Python, started at once, so that it loads while the command does. */
export class CommandWitness implements WitnessHost {
  readonly #process: WitnessProcess;
  readonly #variables: Record<string, string>;

  /**
   * @param running - the interpreter that the command is installed in, or the one that was named
   * @param environment - the command's environment
   */
  constructor(running: Running | null, environment: Readonly<Record<string, string | undefined>>) {
    this.#process = new WitnessProcess(running);
    this.#variables = proxyVariables(environment);
  }

  async survey(patience: Patience): Promise<readonly Surveyed[]> {
    return [{ name: '', current: true, reply: await this.#process.survey(patience) }];
  }

  handshake(_interpreter: number, question: HandshakeQuestion, patience: Patience): Promise<Reply> {
    const own = { seconds: secondsOf(patience), strict: false, variables: this.#variables };
    return this.#process.ask({ ask: 'handshake', ...question, ...own }, patience);
  }

  sdk(_interpreter: number, patience: Patience): Promise<Reply> {
    return this.#process.ask({ ask: 'sdk' }, patience);
  }

  dispose(): void {
    this.#process.end();
  }
}
