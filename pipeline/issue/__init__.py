"""Issues: loaded from their folder, and checked, before anything is set.

``load`` resolves every file that the manifest and the articles name; ``check`` reads what was loaded as an editor's
careful colleague would. Both collect what they find and stop at nothing but a manifest that cannot be read.
"""

from pipeline.issue.adverts import TOLERANCE, AdvertFit, advert_fit, whole_page
from pipeline.issue.check import check
from pipeline.issue.load import load
from pipeline.issue.values import Issue, IssueSection

__all__ = ["TOLERANCE", "AdvertFit", "Issue", "IssueSection", "advert_fit", "check", "load", "whole_page"]
