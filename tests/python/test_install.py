"""From source, as pip does it for a person without Node: a fresh checkout, an editable one, the source distribution."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path
from typing import Iterable

import pytest
from environments import LAB_PYTHON, Environment

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "jupyterlab_kaptain_registry"

#: Where the packages of JupyterLab lie that these tests run with.
LAB_PACKAGES = Path(pytest.__file__).parent.parent


def copy_checkout(folder: Path) -> Path:
    """Copy what a clone of this checkout would hold: nothing that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def unpack(archive: Path, folder: Path) -> Path:
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return source


def make_environment(folder: Path) -> Environment:
    subprocess.run([LAB_PYTHON, "-m", "venv", str(folder)], check=True)
    return Environment(folder)


def pip(made: Environment, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Call pip with its caches and settings, and npm's, as this machine has them, and no program but its own."""
    variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(made.python), "-m", "pip", "--disable-pip-version-check", *arguments],
        env={**variables, "PATH": str(made.bin), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def build(source: Path, out: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Make a wheel with the packages of this environment, which holds Node: cheaper than pip's own environment."""
    return subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)],
        env={"PATH": str(out.parent), "HOME": str(out.parent), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def installed(made: Environment, home: Path, *arguments: str) -> str:
    """Run Python in the environment, outside the checkout; return all that it said."""
    done = made.run("python", *arguments, home=home)
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


def lend_jupyterlab(made: Environment) -> None:
    """Add JupyterLab behind what is installed there: putting it in by pip would take minutes."""
    (packages,) = made.folder.glob("lib/python*/site-packages")
    (packages / "zz-lab.pth").write_text(f"{LAB_PACKAGES}\n")


def origin(made: Environment, home: Path) -> Path:
    return Path(installed(made, home, "-c", f"import {PACKAGE}; print({PACKAGE}.__file__)").strip())


def panel_beside_sources(made: Environment, home: Path) -> str:
    """What ``jupyter labextension develop`` is told: an installed copy has no panel beside its Python."""
    return installed(made, home, "-c", f"import {PACKAGE}; print({PACKAGE}._jupyter_labextension_paths())")


def without_hashes(names: Iterable[str]) -> list[str]:
    """The names without the parts that follow contents and places."""
    return sorted({re.sub(r"(chunk-|/static/\d+\.|remoteEntry\.)\w+", r"\1", name) for name in names})


def finds_both_halves(made: Environment, home: Path) -> None:
    lend_jupyterlab(made)
    panel = installed(made, home, "-m", "jupyterlab.labextensions", "list")
    assert str(made.folder / "share" / "jupyter" / "labextensions") in panel
    assert re.search(r"jupyterlab-kaptain-registry v\S+ enabled OK", panel), panel
    server = installed(made, home, "-m", "jupyter_server.extension.serverextension", "list")
    assert re.search(rf"{PACKAGE} enabled", server), server
    assert re.search(rf"{PACKAGE} \S+ OK", server), server


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    """A clone without anything that was built or fetched."""
    return copy_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def editable(checkout, tmp_path_factory, say) -> Environment:
    """``pip install -e .`` in that clone: fetches the npm packages and builds."""
    made = make_environment(tmp_path_factory.mktemp("editable"))
    began = time.monotonic()
    done = pip(made, "install", "--editable", str(checkout))
    assert done.returncode == 0, done.stdout + done.stderr
    say(f'"pip install -e ." of a fresh checkout took {time.monotonic() - began:.0f} s')
    return made


def test_an_editable_installation_of_a_fresh_checkout_has_both_halves(editable, checkout, tmp_path):
    assert editable.run("kaptain-registry", "--version", home=tmp_path).stdout.startswith("kaptain-registry ")
    assert origin(editable, tmp_path) == checkout / PACKAGE / "__init__.py"
    finds_both_halves(editable, tmp_path)
    assert (
        panel_beside_sources(editable, tmp_path) == "[{'src': 'labextension', 'dest': 'jupyterlab-kaptain-registry'}]\n"
    )
    assert (checkout / PACKAGE / "labextension" / "package.json").is_file()


def test_a_fresh_checkout_is_built_and_installed(editable, checkout, tmp_path, wheel, say):
    copy = copy_checkout(tmp_path / "copy")
    (copy / "node_modules").symlink_to(checkout / "node_modules")  # fetching them was tried above
    made = make_environment(tmp_path / "environment")
    began = time.monotonic()
    done = pip(made, "install", "--no-deps", str(copy))
    assert done.returncode == 0, done.stdout + done.stderr
    say(f'"pip install ." with the npm packages there took {time.monotonic() - began:.0f} s')
    package = origin(made, tmp_path).parent
    assert package.is_relative_to(made.folder)
    finds_both_halves(made, tmp_path)
    # What tells `jupyter labextension develop` where the sources of the panel lie: an installed copy has none.
    assert (
        installed(made, tmp_path, "-c", f"import {PACKAGE}; print({PACKAGE}._jupyter_labextension_paths())") == "[]\n"
    )
    assert not (package / "labextension").exists()
    with zipfile.ZipFile(wheel) as archive:
        ours = [name for name in archive.namelist() if name.startswith(f"{PACKAGE}/sidecar/")]
    helper = [path for path in (package / "sidecar").rglob("*") if "__pycache__" not in path.parts]
    names = [path.relative_to(package.parent).as_posix() for path in helper if path.is_file()]
    assert without_hashes(names) == without_hashes(ours)


def test_the_source_distribution_is_installed_without_a_build(wheel, tmp_path, say):
    (archive,) = wheel.parent.glob("*.tar.gz")
    source = unpack(archive, tmp_path / "source")
    made = make_environment(tmp_path / "environment")
    began = time.monotonic()
    done = pip(made, "install", "--no-deps", str(source), npm_config_offline="true")
    assert done.returncode == 0, done.stdout + done.stderr
    say(f"pip's installation of the source distribution took {time.monotonic() - began:.0f} s")
    assert not (source / "node_modules").exists()
    assert not (source / "lib").exists()
    assert (origin(made, tmp_path).parent / "sidecar" / "cli.mjs").is_file()
    assert list((made.folder / "share" / "jupyter" / "labextensions").rglob("remoteEntry.*.js"))


def test_the_source_distribution_can_be_changed_and_built_again(checkout, editable, wheel, tmp_path):
    (archive,) = wheel.parent.glob("*.tar.gz")
    source = unpack(archive, tmp_path / "source")
    (source / "node_modules").symlink_to(checkout / "node_modules")
    witness = source / "src" / "node" / "witness" / "python" / "witness.py"
    witness.write_text(witness.read_text() + "# changed\n")
    shutil.rmtree(source / PACKAGE / "labextension")
    done = build(source, tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = (tmp_path / "out").glob("*.whl")
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(wheel) as ours:
        assert archive.read(f"{PACKAGE}/sidecar/python/witness.py").endswith(b"# changed\n")
        assert without_hashes(archive.namelist()) == without_hashes(ours.namelist())


@pytest.fixture
def hook():
    """The build hook as a module."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def built(hook, wheel, tmp_path) -> Path:
    """The source distribution, unpacked: both folders belong to its sources."""
    (archive,) = wheel.parent.glob("*.tar.gz")
    source = unpack(archive, tmp_path / "source")
    assert hook.is_current(source)
    return source


def test_a_build_is_judged_by_contents_not_by_times(hook, built):
    for path in built.rglob("*"):
        os.utime(path, (path.stat().st_atime, 1e9 + hash(path.name) % 1000))
    (built / "src" / "common" / "__pycache__").mkdir()
    (built / "src" / "common" / "__pycache__" / "x.pyc").touch()
    (built / "src" / "common" / ".x.ts.swp").touch()
    assert hook.is_current(built)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "src" / "index.ts").write_text("// changed\n"),
        lambda root: (root / "src" / "common" / "words.ts").unlink(),
        lambda root: (root / "src" / "common" / "new.ts").touch(),
        lambda root: (root / PACKAGE / "sidecar" / "cli.mjs").write_text(""),
        lambda root: shutil.rmtree(root / PACKAGE / "labextension" / "static"),
        lambda root: shutil.rmtree(root / PACKAGE / "sidecar"),
        lambda root: (root / "built.json").write_text("{"),
        lambda root: (root / "built.json").unlink(),
    ],
    ids=["changed", "removed", "added", "damaged", "no-panel", "no-helper", "note-damaged", "no-note"],
)
def test_what_does_not_belong_together_is_built_again(hook, built, change):
    change(built)
    assert not hook.is_current(built)


def test_without_node_one_sentence_says_what_to_do(hook, monkeypatch, tmp_path):
    monkeypatch.setattr(hook, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(hook.BuildError, match=r"needs Node\.js: leave out --no-build-isolation"):
        hook.find_node()
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v20.1.0\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(hook.BuildError, match=r"needs Node.js 24 or later, and .*/node is older"):
        hook.find_node()


def test_without_a_network_one_sentence_says_that_npm_failed(tmp_path):
    """The real build of a checkout whose npm packages are out of reach."""
    copy = copy_checkout(tmp_path / "copy")
    offline = {"npm_config_offline": "true", "npm_config_cache": str(tmp_path / "npm")}
    done = build(copy, tmp_path / "out", **offline)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert said.count("jupyterlab-kaptain-registry: npm could not fetch the packages of package-lock.json") == 1
    assert "Traceback" not in said
    assert not (copy / "built.json").exists()


def test_a_failing_step_leaves_nothing_that_counts_as_built(hook, built):
    """As after packages that were damaged: npm's own note says that they are all there."""
    shutil.rmtree(built / PACKAGE / "sidecar")
    (built / "node_modules").mkdir()
    (built / "node_modules" / ".package-lock.json").touch()
    said: list[str] = []
    with pytest.raises(hook.BuildError, match="building the TypeScript sources failed"):
        hook.build(built, said.append)
    assert said == ["Building the TypeScript sources"]
    assert not hook.is_current(built)
    assert not (built / "built.json").exists()


def test_a_folder_that_cannot_be_used_is_one_sentence(built, tmp_path):
    (built / "built.json").unlink()
    (built / "built.json").mkdir()
    done = build(built, tmp_path / "out")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert said.count("jupyterlab-kaptain-registry: the build cannot use its folder: ") == 1
    assert "Traceback" not in said
