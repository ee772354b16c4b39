"""Fixtures that every Python test may use."""

import os

pytest_plugins = ["pytest_jupyter.jupyter_server"]

# A test that runs in a pod must not ask the cluster of that pod.
for name in ("KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"):
    os.environ.pop(name, None)
