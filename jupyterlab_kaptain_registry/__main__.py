"""``python -m jupyterlab_kaptain_registry``: the command, where no PATH leads to it."""

from .command import main

main()
