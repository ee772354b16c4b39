"""What requests itself does, as python-dxf calls it: reads situations from standard input, says ok or fails for each.

Names are looked up nowhere: every one of them is this machine.
"""

import json
import socket
import sys

import requests

look_up = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: look_up("127.0.0.1", *rest, **more)

results = []
for situation in json.load(sys.stdin):
    try:
        requests.get("https://{host}:{port}/v2/".format(**situation), verify=situation["caFile"] or True, timeout=20)
        results.append("ok")
    except requests.exceptions.SSLError:
        results.append("fails")
    except requests.exceptions.RequestException as error:
        results.append(type(error).__name__)
    except OSError:
        results.append("fails")  # the CA file is not there
json.dump(results, sys.stdout)
