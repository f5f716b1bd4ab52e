"""The size of the sheet and the colours of the inks.

Coordinates are those of the finished picture, y downwards; the sheet itself is drawn SCALE times as large.
"""

WIDTH, HEIGHT, SCALE = 1600, 1067, 2

PAPER = (243, 236, 221)
INK = (20, 32, 46)
VERMILION = (201, 66, 43)
OCHRE = (222, 168, 72)
SLATE = (98, 122, 136)
MIST = (186, 198, 196)
