"""One module a picture."""

from importlib import import_module
from pkgutil import iter_modules


def load():
    """Imports every picture's module, so that it is in the gallery."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
