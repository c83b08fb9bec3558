"""Every ceiling of the program, by name. A ceiling that is met is a finding, never a silent cut."""

MEGABYTE = 1_000_000

TEXT_BYTES = 2 * MEGABYTE
PICTURE_BYTES = 200 * MEGABYTE
PDF_BYTES = 200 * MEGABYTE
FONT_BYTES = 40 * MEGABYTE

YAML_DEPTH = 16
YAML_NODES = 100_000
MARKDOWN_DEPTH = 12

PICTURE_PIXELS = 100_000_000
PICTURE_FORMATS = ("jpeg", "png", "tiff", "webp")

ISSUE_ARTICLES = 500
ISSUE_PHOTOS = 2_000
ISSUE_PAGES = 2_000
