"""Supplied pages: adverts and pages that come as PDF, looked at first and placed as vectors in the end.

``probe_pdf`` gives what the file says of itself; ``place.fill`` puts the page, as a form XObject, into the empty
places that the canvas left for it. Only what is painted is taken over: scripts, actions, notes and private data stay
behind. Refuses locked and damaged files and those that leave open which page is meant.
"""

from pipeline.supplied.probe import Edges, SuppliedPage, probe_pdf

__all__ = ["Edges", "SuppliedPage", "probe_pdf"]
