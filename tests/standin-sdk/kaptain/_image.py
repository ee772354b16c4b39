"""Packs files into an image and pushes it with python-dxf. Stand-in for tests and the demo, not the Kaptain SDK."""

import base64
import binascii
import gzip
import hashlib
import io
import json
import os
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, List, NamedTuple, Optional, Tuple, Union

import requests
from dxf import DXF
from dxf import exceptions as dxf_exceptions

from kaptain.config import Config
from kaptain.exceptions import ImageBuildException, InvalidModelProperty

_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
_CONFIG = "application/vnd.docker.container.image.v1+json"
_LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"


class Image(NamedTuple):
    """An image name in its parts."""

    registry: str
    repository: str
    tag: str

    @classmethod
    def parse(cls, name: str, default_tag: str) -> "Image":
        """Splits ``registry/repository[:tag]``; without a registry in front Docker Hub is meant, as everywhere."""
        first, slash, rest = name.partition("/")
        if slash and ("." in first or ":" in first or first == "localhost"):
            registry = first
        else:
            registry, rest = "registry-1.docker.io", name
        repository, _, tag = rest.partition(":")
        if not repository:
            raise InvalidModelProperty("image_name: registry/repository[:tag] is expected")
        return cls(registry, repository, tag or default_tag)

    def __str__(self) -> str:
        return f"{self.registry}/{self.repository}:{self.tag}"


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    info = archive.gettarinfo(str(path), arcname=f"kaptain/{name}")
    # The same content has to give the same layer, whoever packs it and when.
    info.mtime = info.uid = info.gid = 0
    info.uname = info.gname = ""
    if info.isfile():
        with path.open("rb") as content:
            archive.addfile(info, content)
    else:
        archive.addfile(info)


def context_of(base_dir: str, names: List[str]) -> bytes:
    """A gzipped tar of the named files and folders below ``base_dir``, the same bytes for the same content."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        for name in names:
            path = Path(base_dir) / name
            if not path.exists():
                raise ImageBuildException(f"{name}: no such file in {base_dir}")
            _add(archive, path, name)
            if path.is_dir():
                for inner in sorted(path.rglob("*")):
                    _add(archive, inner, str(inner.relative_to(base_dir)))
    return packed.getvalue()


def login_for(config_json: str, registry: str) -> Optional[Tuple[str, str]]:
    """User and password that a Docker config has for a registry; None without an entry.

    Keys may be written as ``host:port`` or as a URL, as the guides do.
    """
    for key, entry in json.loads(config_json).get("auths", {}).items():
        host = key.split("://", 1)[-1].split("/", 1)[0]
        if host == registry and entry.get("auth"):
            user, _, password = base64.b64decode(entry["auth"]).decode("utf-8").partition(":")
            return user, password
    return None


@contextmanager
def _trust(config: Config, registry: str) -> Iterator[Union[bool, str]]:
    """What python-dxf verifies with: the provider's file for the registry of the Config, the usual CAs otherwise."""
    provider: Any = config.docker_registry_certificate_provider
    if provider is None or config.docker_registry_url != registry:
        yield True
    elif provider.certificate_path is not None:
        yield provider.certificate_path
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "certificate.crt")
            Path(path).write_text(provider.certificate_body, encoding="utf-8")
            yield path


def _blob(dxf: DXF, content: bytes) -> str:
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    dxf.push_blob(data=iter([content]), digest=digest)
    return digest


def _published_checksum(dxf: DXF, tag: str) -> Optional[str]:
    """The checksum label of the image that is in the registry; None when there is none."""
    try:
        digest = dxf.get_digest(tag)
    except requests.exceptions.HTTPError as error:
        if error.response is not None and error.response.status_code == 404:
            return None
        raise
    labels = json.loads(b"".join(dxf.pull_blob(digest)))["config"].get("Labels") or {}
    return labels.get("checksum")


def push(image: Image, layer: bytes, base_image: str, main_file: str, config: Config) -> bool:
    """Pushes one layer and its configuration as a schema 2 image.

    There is no builder here, so the layer stands on nothing; the name of the base image is kept as a label.
    Source: distribution/docs, "Image Manifest V 2, Schema 2".
    """
    checksum = hashlib.sha256(layer + base_image.encode("utf-8")).hexdigest()[:32]
    body = {
        "architecture": "amd64",
        "os": "linux",
        "config": {
            "Entrypoint": ["python", "-u", main_file],
            "Labels": {"checksum": checksum, "stand-in.base-image": base_image},
            "WorkingDir": "/kaptain",
        },
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(gzip.decompress(layer)).hexdigest()}"]},
    }
    configuration = json.dumps(body, sort_keys=True).encode("utf-8")
    try:
        login = login_for(config.docker_config_provider.get_secret_body()["config.json"], image.registry)
    except (AttributeError, binascii.Error, ValueError):
        raise ImageBuildException("the Docker config cannot be read") from None

    def authenticate(dxf: DXF, response: requests.Response) -> None:
        user, password = login if login is not None else (None, None)
        dxf.authenticate(user, password, response=response)

    try:
        with _trust(config, image.registry) as verify:
            dxf = DXF(image.registry, image.repository, auth=authenticate, tlsverify=verify)
            if _published_checksum(dxf, image.tag) == checksum:
                sys.stdout.write(
                    f"Skipping image build for the model - the image '{image}' with the same contents "
                    "has already been published to the registry.\n"
                )
                return True
            manifest = {
                "schemaVersion": 2,
                "mediaType": _MANIFEST,
                "config": {"mediaType": _CONFIG, "size": len(configuration), "digest": _blob(dxf, configuration)},
                "layers": [{"mediaType": _LAYER, "size": len(layer), "digest": _blob(dxf, layer)}],
            }
            dxf.set_manifest(image.tag, json.dumps(manifest))
    except dxf_exceptions.DXFUnauthorizedError:
        raise ImageBuildException(f"unauthorized: {image.registry} refused the login of the Docker config") from None
    except (requests.exceptions.RequestException, dxf_exceptions.DXFError, OSError) as error:
        raise ImageBuildException(f"error pushing image: failed to push to destination {image}: {error}") from error
    sys.stdout.write(f"Image build completed successfully. Image pushed: {image}\n")
    return True
