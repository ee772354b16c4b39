"""A cell that builds a model with the stand-in SDK, run by IPython: tracebacks and colours are those of a notebook.

Arguments: host, folder of the stand-in, folder with the model's files, colours of IPython.
"""

import sys

from IPython.core.interactiveshell import InteractiveShell

host, standin, folder, colours = sys.argv[1:]
shell = InteractiveShell.instance(colors=colours)
shell.run_cell(f"import sys; sys.path.insert(0, {standin!r}); import os; os.chdir({folder!r})")
done = shell.run_cell(
    f"""from kaptain.config import Config
from kaptain.model.frameworks import ModelFramework
from kaptain.model.models import Model
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = "{host}"
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()
model = Model(
    id="team/img", name="img", description="img", version="1", framework=ModelFramework.TENSORFLOW,
    framework_version="2.8.0", main_file="trainer.py", image_name="{host}/team/img:latest",
    base_image="python:3.11", config=config,
)
model.build()
"""
)
sys.exit(0 if done.success else 1)
