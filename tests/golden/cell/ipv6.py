from kaptain.config import Config
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = "[fd00::15]:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()
