"""The version of the installed package."""

from __future__ import annotations

#: Name of the distribution on the package index.
DISTRIBUTION = "jupyterlab-kaptain-registry"


def package_version() -> str:
    """Return the version of the installed distribution, ``0+unknown`` where the package was never installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"
