"""Docker credentials. Stand-in for tests and the demo, not the Kaptain SDK."""

from typing import Dict

from kaptain.platform.config.provider import FileBasedConfigurationProvider, home, read_text


class DockerConfigurationProvider(FileBasedConfigurationProvider):
    """Holds the content of a Docker ``config.json``."""

    def __init__(self, config_json: str) -> None:
        self.config_json = config_json

    @classmethod
    def default(cls) -> "DockerConfigurationProvider":
        """Reads ``$HOME/.docker/config.json``."""
        return cls.from_file(str(home() / ".docker" / "config.json"))

    @classmethod
    def from_file(cls, path: str) -> "DockerConfigurationProvider":
        """Reads the file at ``path``."""
        return cls(config_json=read_text(path))

    def get_secret_body(self) -> Dict[str, str]:
        return {"config.json": self.config_json}
