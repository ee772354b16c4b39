"""The witness: what this Python makes of a registry's certificate, told by its own urllib3 and OpenSSL.

Started with ``-I`` by the host of the checks, never in a running kernel. It knows no login and runs nothing of the
user's. One JSON object a line: first the versions (``id`` 0), then an answer for each question from standard input.
It ends when standard input closes. Runs on Python 3.7 and later.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import threading
from importlib import machinery, util

#: Longest question in bytes.
QUESTION_LIMIT = 65536

DISTRIBUTION = re.compile(r"^(.+?)-(\d[^-]*)(?:-.*)?\.(?:dist|egg)-info$")
VERSION = re.compile(r"^[0-9A-Za-z.+!_-]{1,40}$")

_output = threading.Lock()
_parts = threading.Lock()


def say(answer):
    """Write one answer, whole."""
    with _output:
        sys.stdout.write(json.dumps(answer, separators=(",", ":")) + "\n")
        sys.stdout.flush()


def user_site():
    """Return the folder of ``pip install --user``, which ``-I`` leaves out.

    None where this interpreter would not use it either (``site.py``): switched off, or a virtual environment that does
    not see the system's packages.
    """
    import site

    if os.environ.get("PYTHONNOUSERSITE") or os.geteuid() != os.getuid() or os.getegid() != os.getgid():
        return None
    if sys.prefix != sys.base_prefix and not _sees_system():
        return None
    folder = site.getusersitepackages()
    return folder if folder not in sys.path and os.path.isdir(folder) else None


def _sees_system():
    try:
        with open(os.path.join(sys.prefix, "pyvenv.cfg"), encoding="utf-8", errors="replace") as file:
            text = file.read(65536)
    except OSError:
        return False
    return re.search(r"(?mi)^include-system-site-packages\s*=\s*true\s*$", text) is not None


def add_user_site():
    """Put the user's packages where a kernel has them: before the interpreter's own. No ``.pth`` file runs."""
    folder = user_site()
    if folder is not None:
        own = [place for place, name in enumerate(sys.path) if name.endswith(("site-packages", "dist-packages"))]
        sys.path.insert(own[0] if own else len(sys.path), folder)


class Packages:
    """Versions of installed packages, read from the names of their ``.dist-info`` folders; nothing is imported."""

    def __init__(self, path):
        self.path = path
        self._listed = {}

    def version(self, module, *distributions):
        """Return the version, an empty text when it cannot be told, None when the module is not installed."""
        place = self._place(module)
        if place is None:
            return None
        for folder in [place, *self.path]:
            for name, version in self._distributions(folder):
                if name in distributions:
                    return version
        return ""

    def find(self, module):
        """Return the specification of a top-level module without importing it; None when there is none."""
        try:
            spec = machinery.PathFinder.find_spec(module, self.path) or util.find_spec(module)
        except (ImportError, AttributeError, ValueError):
            return None
        return spec

    def _place(self, module):
        spec = self.find(module)
        if spec is None:
            return None
        folders = list(spec.submodule_search_locations or [])
        return os.path.dirname(folders[0] if folders else spec.origin or "")

    def _distributions(self, folder):
        if folder not in self._listed:
            try:
                names = os.listdir(folder)
            except OSError:
                names = []
            matches = [match for match in map(DISTRIBUTION.match, names) if match and VERSION.match(match.group(2))]
            self._listed[folder] = [
                (re.sub(r"[-_.]+", "-", match.group(1)).lower(), match.group(2)) for match in matches
            ]
        return self._listed[folder]


def sdk_path():
    """Return where a kernel would look for the SDK: PYTHONPATH, which ``-I`` leaves out, counts for this alone."""
    return [*filter(os.path.isabs, os.environ.get("PYTHONPATH", "").split(os.pathsep)), *sys.path]


def survey():
    """Return the versions that decide how this Python judges."""
    import ssl

    packages = Packages(sys.path)
    sdk = Packages(sdk_path())
    return {
        "id": 0,
        "python": ".".join(str(part) for part in sys.version_info[:3]),
        "openssl": ssl.OPENSSL_VERSION[:80],
        "urllib3": packages.version("urllib3", "urllib3"),
        "requests": packages.version("requests", "requests"),
        "dxf": packages.version("dxf", "python-dxf"),
        "kaptain": sdk.version("kaptain", "d2iq-kaptain", "kaptain"),
    }


def part(name):
    """Load a part of the witness that lies beside this file; the folder itself stays off the path of modules."""
    with _parts:
        full = f"kaptain_registry_witness_{name}"
        if full not in sys.modules:
            path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{name}.py")
            spec = util.spec_from_file_location(full, path)
            module = util.module_from_spec(spec)
            spec.loader.exec_module(module)
            sys.modules[full] = module
        return sys.modules[full]


def reply(question):
    """Answer one question; the class of an error of ours stands for the answer."""
    answer = {"fault": "unknown-question"}
    try:
        if question["ask"] == "handshake":
            answer = part("handshake").handshake(question)
        elif question["ask"] == "sdk":
            answer = part("sdk").locate(Packages(sdk_path()))
    except Exception as error:
        answer = {"fault": type(error).__name__[:80]}
    say({"id": question["id"], **answer})


def main():
    """Tell the versions, then answer until standard input closes."""
    sys.dont_write_bytecode = True
    add_user_site()
    say(survey())
    if "early" in sys.argv[1:]:
        # Loaded while the host is busy with other things; what is missing is told with the first question.
        with contextlib.suppress(Exception):
            part("handshake")
    while True:
        line = sys.stdin.buffer.readline(QUESTION_LIMIT)
        if not line:
            # Threads may still wait for a server: nobody waits for their answers any more.
            os._exit(0)
        threading.Thread(target=reply, args=(json.loads(line.decode("utf-8")),), daemon=True).start()


if __name__ == "__main__":
    main()
