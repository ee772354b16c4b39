import type { Check } from '../check/types.ts';
import { cfgChecks } from '../check/cfg.ts';
import { connectionChecks } from '../check/connection.ts';
import { crtChecks } from '../check/crt.ts';
import { filChecks } from '../check/fil.ts';
import { netChecks } from '../check/net.ts';
import { policyChecks } from '../check/policies.ts';
import { regChecks } from '../check/reg.ts';
import { tlsChecks } from '../check/tls.ts';
import { witnessChecks } from '../check/witness.ts';
import type { Collector } from '../collect/types.ts';
import { caContentCollector, caFileCollector } from '../collect/ca.ts';
import { configContentCollector, configFileCollector, loginCollector } from '../collect/config.ts';
import { otherConfigsCollector } from '../collect/otherConfigs.ts';
import { environmentCollector } from '../collect/environment.ts';
import { policiesCollector } from '../collect/policies.ts';
import { registryCollectors } from '../collect/registry.ts';
import { witnessCollectors } from '../collect/witness.ts';
import { trustCollector } from '../x509/trust.ts';

/** Every check, in the order in which a person reads them. */
export const checks: readonly Check[] = [
  ...filChecks,
  ...cfgChecks,
  ...crtChecks,
  ...netChecks,
  ...connectionChecks,
  ...policyChecks,
  ...tlsChecks,
  ...witnessChecks,
  ...regChecks
];

/** Every source of facts. */
export const collectors: readonly Collector[] = [
  environmentCollector,
  configFileCollector,
  configContentCollector,
  otherConfigsCollector,
  caFileCollector,
  caContentCollector,
  loginCollector,
  trustCollector,
  ...witnessCollectors,
  ...registryCollectors,
  policiesCollector
];
