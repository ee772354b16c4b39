from kaptain.config import Config
from kaptain.model.models import Model
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = "my.private.registry:5000"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.from_file(
    "/srv/mounted/company ca/ca.crt"
)

# Adapt these to your model.
model = Model(
    id="dev/mnist",
    name="MNIST",
    description="MNIST Model",
    version="0.0.1",
    framework="pytorch",
    framework_version="1.11.0",
    main_file="trainer.py",
    image_name="my.private.registry:5000/kubeflow",
    base_image="mesosphere/kubeflow:1.3.0-pytorch-1.11.0",
    config=config,
)
