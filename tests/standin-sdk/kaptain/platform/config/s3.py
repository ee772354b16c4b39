"""Storage of the build context. Stand-in for tests and the demo, not the Kaptain SDK."""

import configparser
from typing import Dict, Optional

from kaptain.platform.config.provider import (
    EnvironmentVariableConfigurationProvider,
    FileBasedConfigurationProvider,
    home,
    read_text,
)

_DEFAULT_REGION = "us-west-2"


class S3ConfigurationProvider(FileBasedConfigurationProvider, EnvironmentVariableConfigurationProvider):
    """Holds the credentials of an S3 storage. Nothing is uploaded by the stand-in."""

    def __init__(
        self,
        aws_access_key_id: str,
        aws_secret_access_key: str,
        aws_session_token: Optional[str] = None,
        region_name: str = _DEFAULT_REGION,
        s3_endpoint: Optional[str] = None,
        s3_signature_version: Optional[str] = None,
        s3_force_path_style: bool = False,
    ) -> None:
        self.aws_access_key_id = aws_access_key_id
        self.aws_secret_access_key = aws_secret_access_key
        self.aws_session_token = aws_session_token
        self.region_name = region_name
        self.s3_endpoint = s3_endpoint
        self.s3_signature_version = s3_signature_version
        self.s3_force_path_style = s3_force_path_style

    @classmethod
    def default(cls) -> "S3ConfigurationProvider":
        """Reads ``$HOME/.aws/credentials``."""
        return cls.from_file(str(home() / ".aws" / "credentials"))

    @classmethod
    def from_file(cls, path: str) -> "S3ConfigurationProvider":
        """Reads the section ``default`` of an AWS credentials file."""
        parser = configparser.ConfigParser(interpolation=None)
        parser.read_string(read_text(path))
        section = parser["default"]
        return cls(
            aws_access_key_id=section["aws_access_key_id"],
            aws_secret_access_key=section["aws_secret_access_key"],
            aws_session_token=section.get("aws_session_token"),
        )

    def get_secret_body(self) -> Dict[str, str]:
        body = {
            "AWS_ACCESS_KEY_ID": self.aws_access_key_id,
            "AWS_SECRET_ACCESS_KEY": self.aws_secret_access_key,
            "AWS_SESSION_TOKEN": self.aws_session_token,
            "AWS_REGION": self.region_name,
            "S3_ENDPOINT": self.s3_endpoint,
            "S3_SIGNATURE_VERSION": self.s3_signature_version,
            "S3_FORCE_PATH_STYLE": str(self.s3_force_path_style).lower(),
        }
        return {key: value for key, value in body.items() if value is not None}
