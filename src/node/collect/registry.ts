import type { Judges } from '../registry/trust.ts';
import { readCertificate } from '../x509/certificate.ts';
import { judgeTrust } from '../x509/trust.ts';
import { addressCollector } from './address.ts';
import { builderRouteCollector } from './builderRoute.ts';
import { connectionCollector } from './connection.ts';
import { imagesCollector } from './images.ts';
import { loginServiceCollector } from './loginService.ts';
import { pingCollector } from './ping.ts';
import { proxyCollector } from './proxy.ts';
import { pushCollector, repositoryCollector } from './repository.ts';
import { resolutionCollector } from './resolution.ts';
import { sessionCollector } from './session.ts';
import { tlsCollector } from './tls.ts';
import type { Collector } from './types.ts';

/** Everything that looks at a registry over the network, with the judges of certificates given. */
export function makeRegistryCollectors(judges: Judges): readonly Collector[] {
  return [
    addressCollector,
    proxyCollector,
    resolutionCollector,
    connectionCollector,
    tlsCollector(judges.readCertificate),
    pingCollector,
    loginServiceCollector(judges),
    sessionCollector,
    imagesCollector,
    repositoryCollector,
    pushCollector,
    builderRouteCollector
  ];
}

/** The same with our own judges. */
export const registryCollectors = makeRegistryCollectors({ readCertificate, judgeTrust });
