"""What the Kaptain SDK's library does with the two files, as far as it is public.

Login from the entry of exactly this registry or in the guide's spelling, the CA file instead of the system's bundle.
Arguments: host, repository, tag, Docker config, CA file.

Prints what arrived as the manifest; else the last line of the error, as a notebook would show it."""

import base64
import json
import os
import sys

from dxf import DXF

host, repository, tag, config, ca_file = sys.argv[1:]


def main():
    with open(config, encoding="utf-8") as file:
        entries = json.load(file).get("auths", {})
    entry = next((entries[key] for key in (host, f"https://{host}/", f"https://{host}") if key in entries), None)
    username = password = None
    if entry and entry.get("auth"):
        username, _, password = base64.b64decode(entry["auth"]).decode().partition(":")

    def authenticate(dxf, response):
        dxf.authenticate(username, password, response=response)

    dxf = DXF(host, repository, authenticate, tlsverify=ca_file if os.path.lexists(ca_file) else True)
    sys.stdout.write(dxf.get_manifest(tag))


try:
    main()
except Exception as error:
    sys.exit(f"{type(error).__name__}: {error}")
