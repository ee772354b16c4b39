"""What the SDK's library does to look at one image.

Arguments: host, repository, tag, CA file; the login comes in the variables DXF_USERNAME and DXF_PASSWORD, as for its
own command line.
"""

import os
import sys

from dxf import DXF

host, repository, tag, ca_file = sys.argv[1:]


def authenticate(dxf, response):
    """Answer the registry's challenge."""
    dxf.authenticate(os.environ["DXF_USERNAME"], os.environ["DXF_PASSWORD"], response=response)


print(DXF(host, repository, authenticate, tlsverify=ca_file).get_digest(tag))
