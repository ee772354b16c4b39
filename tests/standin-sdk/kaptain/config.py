"""The ``Config`` object. Stand-in for tests and the demo, not the Kaptain SDK."""

import os
from typing import Dict, Optional

from kaptain.platform.config.docker import DockerConfigurationProvider
from kaptain.platform.config.provider import ConfigurationProvider


class _InClusterStorage(ConfigurationProvider):
    """Takes the place of the storage in the cluster. The real class has no documented import path."""

    def get_secret_body(self) -> Dict[str, str]:
        return {}


class Config:
    """Which login, which certificate, which storage. Documented alike for SDK 0.3 to 1.3."""

    def __init__(
        self,
        docker_config_provider: ConfigurationProvider,
        storage_config_provider: ConfigurationProvider,
        docker_registry_url: Optional[str] = None,
        docker_registry_certificate_provider: Optional[ConfigurationProvider] = None,
        base_dir: str = os.getcwd(),  # the documented signature: the folder at import time
        base_model_storage_uri: str = "s3://kaptain/models",
    ) -> None:
        self.docker_config_provider = docker_config_provider
        self.storage_config_provider = storage_config_provider
        self.docker_registry_url = docker_registry_url
        self.docker_registry_certificate_provider = docker_registry_certificate_provider
        self.base_dir = base_dir
        self.base_model_storage_uri = base_model_storage_uri

    @classmethod
    def default(cls) -> "Config":
        """Docker credentials from their default place, storage of the cluster, no registry, no certificate."""
        return cls(
            docker_config_provider=DockerConfigurationProvider.default(),
            storage_config_provider=_InClusterStorage(),
        )
