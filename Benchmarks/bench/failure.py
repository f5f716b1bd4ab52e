"""What ends a benchmark early, said to whoever runs it."""


class Failure(Exception):
    """Something that has to be put right first; its text says what."""
