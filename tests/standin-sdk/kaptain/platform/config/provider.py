"""Bases of the configuration providers. Stand-in for tests and the demo, not the Kaptain SDK."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Dict


class ConfigurationProvider(ABC):
    """Something that becomes the body of a Secret."""

    @abstractmethod
    def get_secret_body(self) -> Dict[str, str]:
        """Keys and values of the Secret."""


class FileBasedConfigurationProvider(ConfigurationProvider):
    """A provider that is read from a file. The content is read once, when the provider is made."""


class EnvironmentVariableConfigurationProvider(ConfigurationProvider):
    """A provider that is read from environment variables."""


def home() -> Path:
    """The home that the default places lie in: ``$HOME``."""
    return Path.home()


def read_text(path: str) -> str:
    """Content of a file; the operating system's error names a file that cannot be read."""
    return Path(path).read_text(encoding="utf-8")
