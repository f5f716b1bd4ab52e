"""The pictures there are, by name."""

from ink import PAPER

PICTURES = {}


def picture(name, ground=PAPER):
    """Registers the function that draws the picture `name` on a plate with that ground."""

    def register(draw):
        PICTURES[name] = (draw, ground)
        return draw

    return register
