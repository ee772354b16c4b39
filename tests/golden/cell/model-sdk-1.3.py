from kaptain.config import Config
from kaptain.model.frameworks import ModelFramework
from kaptain.model.models import Model
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = "my.private.registry:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()

# Adapt these to your model.
model = Model(
    id="dev/mnist",
    name="MNIST",
    description="MNIST Model",
    version="0.0.1",
    framework=ModelFramework.TENSORFLOW,
    framework_version="2.9.1",
    main_file="trainer.py",
    image_name="my.private.registry:5000/kubeflow:mnist-sdk-example",
    base_image="my.private.registry:5000/mesosphere/kubeflow:2.2.0-tensorflow-2.9.1",
    config=config,
)
