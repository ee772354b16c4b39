"""What the launcher lets the command write: the one file that it is asked to write, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from jupyterlab_kaptain_registry.command import written_paths
from jupyterlab_kaptain_registry.node import find_node, flags


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "home"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["check", "my.registry:5000"],
        ["check", "--to-file", "/tmp/x"],
        ["cell", "my.registry"],
        ["manifests", "--namespace", "a"],
        ["explain", "KR-TLS-004"],
        ["ca", "my.registry:5000"],
        ["ca", "my.registry:5000", "--to-file", "/tmp/x"],
    ],
)
def test_commands_that_only_read_may_write_nothing(arguments, home):
    assert written_paths(arguments, {"HOME": str(home)}) == []


def test_login_may_write_the_docker_config_and_make_its_folder(home):
    folder = home / ".docker"
    paths = [str(folder / "config.json"), str(folder / ".config.json.lock")]
    assert written_paths(["login", "my.registry:5000"], {"HOME": str(home)}) == [*paths, str(folder)]
    folder.mkdir()
    assert written_paths(["login", "my.registry:5000"], {"HOME": str(home)}) == paths


def test_ca_may_write_the_ca_file_once_a_certificate_is_accepted(home):
    folder = home / ".tls"
    folder.mkdir()
    expected = [str(folder / "certificate.crt"), str(folder / ".certificate.crt.lock")]
    assert written_paths(["ca", "my.registry", "--accept", "AB"], {"HOME": str(home)}) == expected
    assert written_paths(["ca", "my.registry", "--accept=AB"], {"HOME": str(home)}) == expected


@pytest.mark.parametrize("form", [["--to-file", "mine.json"], ["--to-file=mine.json"]])
def test_another_file_takes_the_place_of_the_default_one(form, home, monkeypatch):
    monkeypatch.chdir(home)
    expected = [str(home / "mine.json"), str(home / ".mine.json.lock")]
    assert written_paths(["login", "my.registry", *form], {"HOME": "/elsewhere"}) == expected


def test_a_link_gives_the_file_that_it_leads_to(home):
    real = home / "real"
    real.mkdir()
    (real / "config.json").write_text("{}")
    (home / ".docker").symlink_to(real)
    expected = [str(real / "config.json"), str(real / ".config.json.lock")]
    assert written_paths(["login", "my.registry"], {"HOME": str(home)}) == expected


def test_a_path_that_node_would_take_for_a_pattern_gives_nothing(home):
    assert written_paths(["login", "my.registry", "--to-file", str(home / "*" / "x")], {"HOME": str(home)}) == []


def test_without_a_home_it_is_that_of_kaptain():
    assert written_paths(["login", "my.registry"], {})[0] == "/home/kubeflow/.docker/config.json"


WRITE = """
const { mkdir, open, rename, writeFile } = await import('node:fs/promises');
const [folder] = process.argv.slice(1);
await mkdir(folder);
const file = await open(folder + '/.config.json.lock', 'wx', 0o600);
await file.writeFile('{}');
await file.sync();
await file.close();
await rename(folder + '/.config.json.lock', folder + '/config.json');
for (const other of ['/other', '/.config.json.lock2', '/../other']) {
  await writeFile(folder + other, '').then(
    () => console.log('written: ' + other),
    error => console.log(error.code)
  );
}
"""


def test_node_takes_the_grant_as_it_is_meant(home):
    node = find_node()
    grants = [f"--allow-fs-write={path}" for path in written_paths(["login", "my.registry"], {"HOME": str(home)})]
    done = subprocess.run(
        [node.path, *flags(node), *grants, "--input-type=module", "-e", WRITE, "--", str(home / ".docker")],
        capture_output=True,
        text=True,
        check=False,
        env={},
    )
    assert done.stdout.split() == ["ERR_ACCESS_DENIED"] * 3, done.stderr
    assert (home / ".docker" / "config.json").read_text() == "{}"
