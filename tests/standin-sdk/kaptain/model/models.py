"""The ``Model`` object. Stand-in for tests and the demo, not the Kaptain SDK."""

import os
from typing import Dict, List, Optional, Union

from kaptain._image import Image, context_of, push
from kaptain.config import Config
from kaptain.exceptions import InvalidModelProperty
from kaptain.model.frameworks import ModelFramework


def _framework_name(framework: Union[ModelFramework, str]) -> str:
    """The framework as a word. What the real SDK does with the wrong type is not documented; this one refuses it."""
    as_text = os.environ.get("KAPTAIN_STAND_IN_SDK", "1.0").startswith("0.")
    if as_text and isinstance(framework, str):
        return framework
    if not as_text and isinstance(framework, ModelFramework):
        return framework.value
    raise InvalidModelProperty("framework: a text up to SDK 0.4, a ModelFramework from SDK 1.0 (this is the stand-in)")


class Model:
    """A model whose files are packed into an image. Signature of SDK 1.0."""

    def __init__(
        self,
        id: str,
        name: str,
        description: str,
        version: str,
        framework: Union[ModelFramework, str],
        framework_version: str,
        main_file: str,
        image_name: str,
        base_image: str,
        extra_files: Optional[List[str]] = None,
        requirements: Optional[str] = None,
        labels: Optional[Dict[str, str]] = None,
        config: Optional[Config] = None,
        serving_config: Optional[Dict[str, str]] = None,
    ) -> None:
        self.id = id
        self.name = name
        self.description = description
        self.version = version
        self.framework = framework
        self.framework_version = framework_version
        self.main_file = main_file
        self.image_name = image_name
        self.base_image = base_image
        self.extra_files = list(extra_files or [])
        self.requirements = requirements
        self.labels = dict(labels or {})
        self.config = config if config is not None else Config.default()
        self.serving_config = dict(serving_config or {})
        tag = f"{id.replace('/', '-')}-{_framework_name(framework)}-{framework_version}"
        self._image = Image.parse(image_name, default_tag=tag)

    def build(self) -> bool:
        """Packs the model's files into an image and pushes it. True when it is in the registry.

        Raises ``ImageBuildException`` when a file is missing, the registry is not trusted or refuses.
        """
        names = [self.main_file, *self.extra_files]
        if self.requirements is not None:
            names.append(self.requirements)
        layer = context_of(self.config.base_dir, names)
        return push(self._image, layer, self.base_image, self.main_file, self.config)
