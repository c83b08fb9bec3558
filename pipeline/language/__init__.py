"""What depends on a text's language: where words break, which marks quote, what must not part, names of months.

``Hyphenator``, ``words``, ``break_opportunities``, ``url_breaks``      where a line may end
``typeset_text``, ``ties``, ``tie_pieces``                             marks and spaces as the language sets them
``curved_marks``, ``dashes_of``                                        what ``typeset_text`` changes, place by place
``month_name``, ``quarter_name``, ``format_date``                      the calendar in words
``upper``, ``capital``, ``script_of``, ``mixed_script``, ``in_one_script``   letters
``known_language``, ``named_language``, ``canonical_tag``, ``direction``   language tags (BCP 47)

Languages are named by BCP 47 tags: ``en-GB``, ``ru``, ``az-Latn``. Nothing here knows fonts or files: a cache is
handed in by the caller. Only this package imports pyphen (hyphenation patterns of the TeX and LibreOffice
projects) and Babel (names and patterns of Unicode's CLDR), each when first needed.

It refuses to guess: a language without patterns is not hyphenated, and a straight mark that can be read two ways
stays as it was typed.
"""

from pipeline.language.dates import format_date, month_name, quarter_name
from pipeline.language.hyphenation import Hyphenator
from pipeline.language.letters import OddLetter, capital, in_one_script, mixed_script, script_of, upper
from pipeline.language.marks import curved_marks, dashes_of, typeset_text
from pipeline.language.patterns import Cache
from pipeline.language.segments import break_opportunities, url_breaks, words
from pipeline.language.tags import canonical_tag, direction, known_language, named_language
from pipeline.language.tying import tie_pieces, ties

__all__ = [
    "Cache",
    "Hyphenator",
    "OddLetter",
    "break_opportunities",
    "canonical_tag",
    "capital",
    "curved_marks",
    "dashes_of",
    "direction",
    "format_date",
    "in_one_script",
    "known_language",
    "mixed_script",
    "month_name",
    "named_language",
    "quarter_name",
    "script_of",
    "tie_pieces",
    "ties",
    "typeset_text",
    "upper",
    "url_breaks",
    "words",
]
