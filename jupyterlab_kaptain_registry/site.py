"""What the traits say about this place, as the panel is told it: registries to offer, whom to ask. Holds no secret."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata

from .address import is_address
from .bodies import Policy
from .protocol import Json

#: Longest text of a contact.
LONGEST = 200

#: Categories of characters that steer a terminal, or cannot be seen.
_REFUSED = ("Cc", "Cf", "Cs", "Zl", "Zp")


def contact_fault(text: str) -> str | None:
    """Say why a text cannot be a contact.

    :param text: a name, an address or a link
    :return: None when it can be shown as it is
    """
    if len(text) > LONGEST or any(unicodedata.category(character) in _REFUSED for character in text):
        return f"has to be one line of at most {LONGEST} characters"
    return None


def registries_fault(registries: list[str]) -> str | None:
    """Say why a list cannot be the registries that are offered first; None when it can."""
    if len(registries) > 20:
        return "has to hold at most 20 registries"
    return None if all(is_address(item) for item in registries) else "has to hold host or host:port, nothing else"


#: Name of the command.
COMMAND = "kaptain-registry"

#: Where every login shell looks. A terminal of JupyterLab is one: it may have forgotten the server's own PATH.
_EVERYWHERE = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def command_word() -> str:
    """Return how the command is called in a terminal of this server: its name, or its path where that is safer."""
    if shutil.which(COMMAND, path=_EVERYWHERE) is not None:
        return COMMAND
    beside = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), COMMAND) if sys.executable else ""
    return beside if os.access(beside, os.X_OK) else COMMAND


def site(policy: Policy, cluster_admin: str, registry_owner: str, root: str) -> Json:
    """Return ``SiteFacts`` of the protocol.

    :param root: folder whose files JupyterLab shows; empty when it is not known
    """
    return {
        "registries": list(policy.registries),
        "contacts": {
            "clusterAdmin": cluster_admin.strip() or None,
            "registryOwner": registry_owner.strip() or None,
        },
        "root": root,
        "command": command_word(),
        "may": {
            "chooseRegistry": policy.allow_registry_override,
            "choosePlaces": policy.allow_path_override and not policy.certificate_path,
        },
    }
