from kaptain.config import Config
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider
from kaptain.platform.config.docker import DockerConfigurationProvider
from kaptain.platform.config.s3 import S3ConfigurationProvider

config = Config(
    docker_config_provider=DockerConfigurationProvider.from_file("/srv/mounted/docker/config.json"),
    storage_config_provider=S3ConfigurationProvider.default(),
)
config.docker_registry_url = "my.private.registry:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()
