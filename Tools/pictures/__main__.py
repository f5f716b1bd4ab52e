"""Draws the illustrations of the sample newspaper, in the manner of wood engravings.

python3 Tools/pictures [--into DIR] [NAME…]      writes DIR/NAME.jpg, all of them and the logo without a NAME
"""

import argparse
from pathlib import Path

import scenes
from finishing import jpeg, pulled
from gallery import PICTURES
from mark import mark
from plate import Plate

IMAGES = Path(__file__).resolve().parents[2] / "Content" / "images"


def main():
    scenes.load()
    options = parsed_arguments()
    options.into.mkdir(parents=True, exist_ok=True)
    for name in options.names or PICTURES:
        draw, ground = PICTURES[name]
        plate = Plate(name, ground)
        draw(plate)
        data = jpeg(pulled(plate))
        (options.into / f"{name}.jpg").write_bytes(data)
        print(f"{name}.jpg: {len(data) // 1024} KB")
    if not options.names:
        (options.into / "logo.png").write_bytes(mark())


def parsed_arguments():
    parser = argparse.ArgumentParser(prog="Tools/pictures", description="Draws the sample newspaper's pictures.")
    parser.add_argument("--into", metavar="DIR", type=Path, default=IMAGES, help="default: Content/images")
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"default: all of {', '.join(PICTURES)}")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in PICTURES]
    if unknown:
        parser.exit(1, f"No such picture: {', '.join(unknown)}. There are: {', '.join(PICTURES)}.\n")
    return options


if __name__ == "__main__":
    main()
