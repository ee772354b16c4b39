import { fuzz } from './fuzz.ts';

const here = (name: string): URL => new URL(name, import.meta.url);

fuzz('damaged certificates, in every place of a chain', here('./certificateRounds.ts'), 20_260_401);
fuzz('damaged CA files, through readers and judges', here('./caFileRounds.ts'), 7);
