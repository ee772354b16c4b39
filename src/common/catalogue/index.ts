import { cfg } from './cfg.ts';
import { crt } from './crt.ts';
import { fil } from './fil.ts';
import { int } from './int.ts';
import { net } from './net.ts';
import { reg } from './reg.ts';
import { sdk } from './sdk.ts';
import { tls } from './tls.ts';

/** Every finding code with its texts: the one source of types, help pages, offline help and translation keys. */
export const catalogue = { ...fil, ...cfg, ...crt, ...net, ...tls, ...reg, ...sdk, ...int };

export type Code = keyof typeof catalogue;
