"""A newspaper that is served while it is written, for tests that look at it from outside."""
from .newspaper import Newspaper
from .program import Program

__all__ = ["Newspaper", "Program"]
