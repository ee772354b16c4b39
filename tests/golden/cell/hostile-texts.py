from kaptain.config import Config
from kaptain.model.frameworks import ModelFramework
from kaptain.model.models import Model
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider
from kaptain.platform.config.docker import DockerConfigurationProvider
from kaptain.platform.config.s3 import S3ConfigurationProvider

config = Config(
    docker_config_provider=DockerConfigurationProvider.from_file("/srv/mounted/\\\" + '\\\\' + \"\"\"/config.json"),
    storage_config_provider=S3ConfigurationProvider.default(),
)
config.docker_registry_url = "\"\nimport os #:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.from_file(
    "/srv/mounted/\"); __import__('os').abort() #\\\r\n\u2028\u202e.crt"
)

# Adapt these to your model.
model = Model(
    id="{}%s${HOME}",
    name="Jürgen \U0001f600 \u05d0",
    description="\x00\x07\x1b[31m\x7f\x85",
    version="\\N{BULLET}\\x41\\u0041",
    framework=ModelFramework.SKLEARN,
    framework_version="\\",
    main_file="!ls\n%magic",
    image_name="'\"'\"",
    base_image="\\\n",
    config=config,
)
