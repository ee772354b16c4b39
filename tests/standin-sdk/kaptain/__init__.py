"""Stand-in for tests and the demo of jupyterlab-kaptain-registry. It is not the Kaptain SDK and holds no line of it."""

__version__ = "0+stand-in"
