"""The registry of codes: one table from the files of codes, each of which covers one subject.

1xx files and YAML, 2xx manifest and articles (of them 25x descriptions of pictures, 26x and 27x the copy desk, 28x
plans and the photo desk), 30x pictures, 32x fonts, 4xx layouts (of them 41x and 42x in a proof), 5xx making pages, 6xx
output, 70x preflight, 71x imposition, 72x press editions, 73x and 74x adverts, 8xx imports, 9xx the program itself. A
number is never used twice, whatever its letter.
"""

from __future__ import annotations

from pipeline.diagnostic import (
    Code,
    codes_1xx,
    codes_2xx,
    codes_3xx,
    codes_4xx,
    codes_5xx,
    codes_6xx,
    codes_8xx,
    codes_25x,
    codes_26x,
    codes_28x,
    codes_30x,
    codes_41x,
    codes_70x,
    codes_71x,
    codes_72x,
    codes_73x,
)

REGISTRY: dict[str, Code] = {
    entry.code: entry
    for table in (
        codes_1xx,
        codes_2xx,
        codes_25x,
        codes_26x,
        codes_28x,
        codes_30x,
        codes_3xx,
        codes_4xx,
        codes_41x,
        codes_5xx,
        codes_6xx,
        codes_70x,
        codes_71x,
        codes_72x,
        codes_73x,
        codes_8xx,
    )
    for entry in table.CODES
}
