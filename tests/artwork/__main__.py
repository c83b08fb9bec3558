"""Paint the pictures: `python -m tests.artwork [OUT_DIR] [--only NAME ...]`."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import pkgutil
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

Painter = Callable[[np.random.Generator], Image.Image]
HERE = Path(__file__).resolve().parent
PHOTOS = HERE.parents[1] / "issues" / "2023-q2" / "photos"
QUALITY = 84


def scenes() -> dict[str, Painter]:
    """Every scene of every outdoors and indoors module, by file stem."""
    found: dict[str, Painter] = {}
    for module in sorted(pkgutil.iter_modules([str(HERE)]), key=lambda m: m.name):
        if module.name.startswith(("outdoors", "indoors")):
            loaded = importlib.import_module(f"{__package__}.{module.name}")
            found.update(getattr(loaded, "SCENES", {}))
    return found


def seeded(name: str) -> np.random.Generator:
    """The generator that belongs to a scene: the same one every time."""
    digest = hashlib.sha256(name.encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def save(picture: Image.Image, path: Path) -> None:
    """Write a JPEG with an sRGB profile and no other metadata."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Bytes 24 to 35 of a profile hold the time it was made: not reproducible.
    profile = profile[:24] + bytes((7, 207, 0, 1, 0, 1)) + bytes(6) + profile[36:]
    picture.convert("RGB").save(path, quality=QUALITY, subsampling="4:2:0", optimize=True, icc_profile=profile)


def paint(out: Path, name: str) -> str:
    """Paint one scene; the line to report comes back."""
    start = time.perf_counter()
    path = out / f"{name}.jpg"
    picture = scenes()[name](seeded(name))
    save(picture, path)
    size, spent = path.stat().st_size / 1e6, time.perf_counter() - start
    return f"{name}: {picture.width} x {picture.height}, {size:.2f} MB, {spent:.1f} s"


def main() -> None:
    """Read the command line and paint with two brushes at a time."""
    parser = argparse.ArgumentParser(prog="python -m tests.artwork")
    parser.add_argument("out", nargs="?", type=Path, default=PHOTOS)
    parser.add_argument("--only", nargs="+", metavar="NAME", default=None)
    options = parser.parse_args()
    known = scenes()
    names: list[str] = options.only or sorted(known)
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"no such scene: {', '.join(unknown)}")
    options.out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=2) as pool:
        for line in pool.map(partial(paint, options.out), names):
            print(line, flush=True)


if __name__ == "__main__":
    main()
