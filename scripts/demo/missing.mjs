/** One class for the demo and the set-up. */
export { MissingPart } from '../setup/missing.mjs';
