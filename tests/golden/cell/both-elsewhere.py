from kaptain.config import Config
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider
from kaptain.platform.config.docker import DockerConfigurationProvider
from kaptain.platform.config.s3 import S3ConfigurationProvider

config = Config(
    docker_config_provider=DockerConfigurationProvider.from_file("/srv/mounted/docker/config.json"),
    storage_config_provider=S3ConfigurationProvider.default(),
)
config.docker_registry_url = "10.0.192.230:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.from_file(
    "/srv/mounted/company ca/ca.crt"
)
