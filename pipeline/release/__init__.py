"""Releases: the finished files of an issue, all of them or none, with their checksums and a record of what they are.

``publish`` and ``write_atomic`` write what any command has finished; the rest is for ``digest release`` alone, and is
imported from its modules, for it brings everything with it that makes an edition.
"""

from pipeline.release.writing import Staging, publish, write_atomic

__all__ = ["Staging", "publish", "write_atomic"]
