"""JupyterLab 3 and Jupyter Server 1: they cannot show the panel, and the log says so once, with what to do."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: First major version of each that the panel or its server half works with.
NEEDED = (("jupyterlab", "JupyterLab", 4), ("jupyter_server", "Jupyter Server", 2))


def outdated() -> str | None:
    """Return the sentence for the log where an installed version is too old, None where the panel works.

    Read from the packages' metadata: nothing of Jupyter is imported. What is not installed is not too old: another
    front end may use the server half, and another server may start it.
    """
    from importlib.metadata import PackageNotFoundError, version

    for distribution, name, needed in NEEDED:
        try:
            found = version(distribution)
        except PackageNotFoundError:
            continue
        major = found.split(".")[0]
        if major.isdigit() and int(major) < needed:
            return (
                f"jupyterlab-kaptain-registry: the panel needs {name} {needed} or later and this is {found}; "
                'run "kaptain-registry check" in a terminal instead.'
            )
    return None


def _load_jupyter_server_extension(serverapp: Any) -> None:
    """Log the sentence; add no route, start nothing. Called by Jupyter Server, of any version."""
    sentence = outdated()
    if sentence is not None:
        serverapp.log.warning(sentence)
