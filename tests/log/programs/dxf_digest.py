"""What a cell with python-dxf prints: the whole traceback. Arguments: host, repository, tag, Docker config, CA file."""

import base64
import json
import os
import sys

from dxf import DXF

host, repository, tag, config, ca_file = sys.argv[1:]
with open(config, encoding="utf-8") as file:
    entries = json.load(file).get("auths", {})
entry = next((entries[key] for key in (host, f"https://{host}/", f"https://{host}") if key in entries), None)
username = password = None
if entry and entry.get("auth"):
    username, _, password = base64.b64decode(entry["auth"]).decode().partition(":")


def authenticate(dxf, response):
    dxf.authenticate(username, password, response=response)


dxf = DXF(host, repository, authenticate, tlsverify=ca_file if os.path.lexists(ca_file) else True)
dxf.get_digest(tag)
