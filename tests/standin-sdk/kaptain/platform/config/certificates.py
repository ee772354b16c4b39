"""The registry's CA. Stand-in for tests and the demo, not the Kaptain SDK."""

from typing import Dict, Optional

from kaptain.platform.config.provider import FileBasedConfigurationProvider, home, read_text


class DockerRegistryCertificateProvider(FileBasedConfigurationProvider):
    """Holds the PEM text of the CA that signed the registry's certificate."""

    def __init__(self, certificate_body: str, certificate_path: Optional[str] = None) -> None:
        self.certificate_body = certificate_body
        self.certificate_path = certificate_path

    @classmethod
    def default(cls) -> "DockerRegistryCertificateProvider":
        """Reads ``$HOME/.tls/certificate.crt``."""
        return cls.from_file(str(home() / ".tls" / "certificate.crt"))

    @classmethod
    def from_file(cls, path: str) -> "DockerRegistryCertificateProvider":
        """Reads the file at ``path``."""
        return cls(certificate_body=read_text(path), certificate_path=path)

    def get_secret_body(self) -> Dict[str, str]:
        return {"certificate.crt": self.certificate_body}
