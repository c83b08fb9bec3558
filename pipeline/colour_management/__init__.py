"""Colour management: what the numbers of a picture or of a document mean, as ICC profiles say it.

``to_srgb`` brings pictures over by their profiles. ``srgb_profile``, made by our own hands, is the profile of what they
are brought to, which a screen PDF names as its output intent; ``offset_profile`` is that of CMYK that came without one.
``to_press`` brings pictures to the inks of a ``PressProfile``.
Refuses profiles that LittleCMS cannot use. Words are those of ICC.1:2022.
"""

from pipeline.colour_management.convert import ProfileError, is_srgb, to_srgb
from pipeline.colour_management.offset import offset_profile
from pipeline.colour_management.press import PressProfile, is_in_inks, most_ink_of, offset_press, to_press
from pipeline.colour_management.srgb import srgb_profile

__all__ = [
    "PressProfile",
    "ProfileError",
    "is_in_inks",
    "is_srgb",
    "most_ink_of",
    "offset_press",
    "offset_profile",
    "srgb_profile",
    "to_press",
    "to_srgb",
]
