import { describe, expect, it } from 'vitest';
import { hostsInCells, offersOf } from './offers.ts';

describe('registries in the code of a notebook', () => {
  it.each([
    ['config.docker_registry_url = "my.registry:5000"', ['my.registry:5000']],
    ["config.docker_registry_url='https://my.registry:5000/'", ['my.registry:5000']],
    [
      'Model(image_name="my.registry:5000/team/model:1", base_image="other.registry/base")',
      ['my.registry:5000', 'other.registry']
    ],
    ['base_image="mesosphere/kubeflow:2.2.0"', []],
    ['image_name="docker.io/library/python"', []],
    ['print("my.registry:5000")', []],
    ['config.docker_registry_url = "user:secret@my.registry"', []],
    ['config.docker_registry_url = host', []]
  ])('%s', (source, hosts) => {
    expect(hostsInCells([source])).toEqual(hosts);
  });
});

it('offers each registry once, those of the administrator first', () => {
  expect(
    offersOf({
      administrator: ['company.registry'],
      notebook: ['my.registry', 'company.registry'],
      environment: ['env.registry', 'not a host'],
      'docker-config': ['my.registry', 'docker.io']
    })
  ).toEqual([
    { host: 'company.registry', from: 'administrator' },
    { host: 'my.registry', from: 'notebook' },
    { host: 'env.registry', from: 'environment' }
  ]);
});
