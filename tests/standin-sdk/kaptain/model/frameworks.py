"""Frameworks of a model. Stand-in for tests and the demo, not the Kaptain SDK."""

from enum import Enum


class ModelFramework(Enum):
    """The members that the tutorials use."""

    TENSORFLOW = "tensorflow"
    PYTORCH = "pytorch"
    SKLEARN = "sklearn"
