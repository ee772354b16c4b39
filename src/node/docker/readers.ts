import { readAsContainersImage } from './readers/containersImage.ts';
import { readAsDockerPy } from './readers/dockerPy.ts';
import { readAsDocker, readAsGgcr, readAsOldDocker } from './readers/docker.ts';
import { readAsKubelet } from './readers/kubelet.ts';
import type { Asked, Found } from './readers/types.ts';
import type { DockerConfigFacts, Reader, ReaderResult } from './facts.ts';
import { READERS } from './facts.ts';
import { isHub } from './hosts.ts';

/** What each program does with the file; one row per reader, its source in the file it comes from. */
const RULES: Readonly<Record<Reader, (facts: DockerConfigFacts, asked: Asked) => Found>> = {
  'docker-cli': readAsDocker,
  ggcr: readAsGgcr,
  'docker-cli-2019': readAsOldDocker,
  // go-containerregistry of Kaniko 1.3.0 asks docker/cli of early 2020 for the registry alone.
  'kaniko-1.3.0': readAsOldDocker,
  'containers-image': readAsContainersImage,
  'docker-py': readAsDockerPy,
  kubelet: readAsKubelet
};

/**
 * Which login each reader finds for a registry.
 *
 * @param host - `host[:port]` as typed; no reader adds or removes `:443` or changes letters
 * @param repository - path on the registry, for readers that look at it; null = the registry as a whole
 */
export function readLogins(facts: DockerConfigFacts, host: string, repository: string | null): ReaderResult[] {
  const asked = { host, hub: isHub(host), repository };
  return READERS.map(reader => {
    const { outcomes, why, deterministic = outcomes.length < 2 } = RULES[reader](facts, asked);
    const [first] = outcomes;
    return { reader, ...first, why, outcomes, deterministic };
  });
}
