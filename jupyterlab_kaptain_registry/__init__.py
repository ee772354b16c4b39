"""Shows in JupyterLab whether a private Docker registry works with the Kaptain SDK.

Nothing of Jupyter is imported here: the command ``kaptain-registry`` also runs where JupyterLab is not installed.
"""

from __future__ import annotations

# Not from `typing`: its import alone costs the command 5 ms.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def __getattr__(name: str) -> Any:
    """Look the version up when somebody asks for it: the metadata costs milliseconds that the command can save."""
    if name == "__version__":
        from .version import package_version

        return package_version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell ``jupyter labextension develop`` where the built panel lies beside its sources.

    An installed copy has none there: pip puts the panel where JupyterLab looks for it.
    """
    import os

    if not os.path.isfile(os.path.join(os.path.dirname(__file__), "labextension", "package.json")):
        return []
    return [{"src": "labextension", "dest": "jupyterlab-kaptain-registry"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """Tell Jupyter Server which application to load; with JupyterLab 3, what says that there is no panel."""
    from .outdated import outdated

    if outdated() is not None:
        return [{"module": "jupyterlab_kaptain_registry.outdated"}]
    from .app import KaptainRegistryApp

    return [{"module": "jupyterlab_kaptain_registry", "app": KaptainRegistryApp}]
