"""Exceptions by their documented names. Stand-in for tests and the demo, not the Kaptain SDK."""


class InvalidModelProperty(ValueError):  # noqa: N818 - the documented name
    """A property of the model has a value that it cannot have."""


class ImageBuildException(RuntimeError):  # noqa: N818 - the documented name
    """The image of the model could not be built or pushed."""
