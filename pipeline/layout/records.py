"""What a designer may write in a layout's YAML files: the records, with a description of every key."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from pipeline.colour import checked_spot, parse_srgb
from pipeline.housestyle import HouseStyle
from pipeline.record import Flag, Length, OneOrMore, Record


def _hex(value: str) -> str:
    parse_srgb(value)
    return value


Hex = Annotated[str, AfterValidator(_hex)]
Spot = Annotated[str, AfterValidator(checked_spot)]
Percent = Annotated[float, Field(ge=0, le=100)]
Process = tuple[Percent, Percent, Percent, Percent]
Align = Literal["justify", "left", "right", "centre", "outside", "inside"]


class MarginsRecord(Record):
    """White on the four sides of the type area."""

    inside: Length = Field(description="at the spine")
    outside: Length = Field(description="at the fore edge")
    head: Length = Field(description="above")
    foot: Length = Field(description="below; what the rows leave over goes here")


class PageRecord(Record):
    """The sheet."""

    trim: tuple[Length, Length] = Field(description="width and height after cutting")
    bleed: Length = Field(default=3 * 72 / 25.4, description="how far pictures run over the trim")
    margins: MarginsRecord = Field(description="white around the type area")


class GridRecord(Record):
    """Rows and modules on which everything stands."""

    leading: Length = Field(description="distance of baselines; one row")
    modules: int = Field(default=12, ge=1, le=48, description="modules across the type area")
    gutter: Length = Field(description="white between modules")
    top: Literal["cap-height", "x-height"] = Field(
        default="cap-height", description="what the top of a photo is level with in the text beside it"
    )


class SwatchRecord(Record):
    """A colour of the palette, for screen and for press."""

    srgb: Hex = Field(description="'#rrggbb' for screens")
    cmyk: Process = Field(description="cyan, magenta, yellow, black in percent")
    spot: Spot = Field(default="", description="name of a spot colour, if it prints on a plate of its own")
    rich: Process | None = Field(default=None, description="inks of large areas in this colour, as of a rich black")
    fine: Process | None = Field(default=None, description="inks of small type and thin rules: two at most")


class FontRoleRecord(Record):
    """A role (text, sans) and the families that play it, in order of preference."""

    short_form: ClassVar[str] = "families"

    families: OneOrMore = Field(min_length=1, description="a letter missing from one family is taken from the next")
    instance: str = Field(default="", description="named instance of a variable font")
    axes: dict[str, float] = Field(default_factory=dict, description="axis values of a variable font, as in {opsz: 10}")


class SizeClassRecord(Record):
    """The size of a headline up to a length."""

    up_to: int = Field(ge=1, description="number of letters up to which this size holds")
    size: Length = Field(description="size of the type")
    leading: Length = Field(description="distance of its baselines")


class StyleRecord(Record):
    """A paragraph style. What is not given comes from ``based_on``, then from the defaults."""

    based_on: str = Field(default="", description="the style that this one changes")
    font: str | None = Field(default=None, description="a role of fonts:")
    weight: int | None = Field(
        default=None, ge=1, le=1000, description="400 is regular, 700 bold; the nearest there is"
    )
    bold_weight: int | None = Field(default=None, ge=1, le=1000, description="weight of **strong** text")
    italic: Flag | None = Field(default=None, description="italic text; *emphasis* in it is upright")
    size: Length | None = Field(default=None, description="size of the type")
    leading: Length | None = Field(default=None, description="distance of baselines; the grid's when not given")
    sizes: tuple[SizeClassRecord, ...] | None = Field(default=None, description="size by length of text")
    colour: str | None = Field(default=None, description="a swatch of the palette")
    align: Align | None = Field(default=None, description="outside and inside are for texts of masters")
    indent: Length | None = Field(default=None, description="of every line, from the left")
    first_indent: Length | None = Field(
        default=None, description="of the first line, where a paragraph follows another"
    )
    before: int | None = Field(default=None, ge=0, le=40, description="rows of space above")
    after: int | None = Field(default=None, ge=0, le=40, description="rows of space below")
    word_space: float | None = Field(
        default=None, ge=0.5, le=2, description="the natural word space as a multiple of the font's own"
    )
    tracking: float | None = Field(default=None, description="letterspacing in thousandths of the size")
    case: Literal["none", "upper", "small-caps"] | None = Field(default=None, description="capitals, large or small")
    figures: Literal["default", "old-style", "lining", "tabular"] | None = Field(
        default=None, description="which figures; tabular ones are lining and of one width"
    )
    features: tuple[str, ...] | None = Field(default=None, description="OpenType features, as in [ss01, -liga]")
    hyphenate: Flag | None = Field(default=None, description="divide words, by the rules of the language")
    balance: Flag | None = Field(default=None, description="lines of like length, as headlines want")
    lead_in: Flag | None = Field(default=None, description="the first few words, up to a stop or colon, are strong")
    stand: Literal["first", "last"] | None = Field(
        default=None,
        description="whether the first or the last line stands on the grid, if the leading is not the grid's",
    )


class PlaceRecord(Record):
    """Where something stands: by modules and rows of the grid, or by lengths from the edges of the trim."""

    columns: tuple[int, int] | None = Field(
        default=None, description="first and last module; negative counts from the end"
    )
    rows: tuple[int, int] | None = Field(default=None, description="first and last row; negative counts from the foot")
    left: Length | None = Field(default=None, description="from the left edge of a right-hand page")
    right: Length | None = Field(default=None, description="from the right edge of a right-hand page")
    top: Length | None = Field(default=None, description="from the upper edge of the page")
    bottom: Length | None = Field(default=None, description="from the lower edge of the page")
    width: Length | None = Field(default=None, description="in place of left or right")
    height: Length | None = Field(default=None, description="in place of top or bottom")
    bleed: Flag = Field(default=False, description="edges that are not given run into the bleed")


class ParagraphRecord(Record):
    """One paragraph of a master: a text with fields in braces."""

    text: str = Field(description="a text with fields in braces: {issue.year}")
    style: str = Field(description="one of styles:")


class FillRecord(Record):
    """A tint, flat or fading."""

    swatch: str = Field(description="one of the palette, or section")
    opacity: float = Field(default=1.0, ge=0, le=1, description="0 is clear, 1 full")
    fade_to: float | None = Field(default=None, ge=0, le=1, description="opacity at the other end")
    direction: Literal["down", "across"] = Field(default="down", description="where it fades to")


class RuleRecord(Record):
    """A line along one edge of its place."""

    swatch: str = Field(description="one of the palette, or section")
    weight: Length = Field(default=0.5, description="how thick it is")
    edge: Literal["top", "bottom", "left", "right"] = Field(default="top", description="on which edge of its place")


class ContentsRecord(Record):
    """A list of the issue's articles with their pages."""

    of: Literal["issue", "section"] = Field(default="issue", description="all months, or the month of this opener")
    group: str = Field(default="", description="style of the months")
    entry: str = Field(description="style of an entry")
    folio: str = Field(description="style of the page number")
    folio_width: Length = Field(default=24.0, description="room for the page number, left of the entry")
    gap: int = Field(default=0, ge=0, description="rows between entries")
    columns: int = Field(default=1, ge=1, le=4, description="columns of the list")
    gutter: Length = Field(default=12.0, description="white between the columns")
    number: Literal["left", "right"] = Field(default="left", description="the side of the page number")
    balanced: Flag = Field(default=False, description="columns of like length instead of one after the other")
    rule: RuleRecord | None = Field(default=None, description="a line above or below each entry")


class TeasersRecord(Record):
    """Pictures of articles that the contents page invites to, with their pages."""

    count: int = Field(default=3, ge=1, le=12, description="how many")
    first: int = Field(default=1, ge=1, le=12, description="which is the first: 4 where another list shows three")
    title: str = Field(description="style of the title")
    folio: str = Field(description="style of the page number")
    text: str = Field(default="", description="style of the standfirst below the title; none when not given")
    across: Flag = Field(default=False, description="side by side instead of one below the other")


class StoryRecord(Record):
    """The running text of the page: the foreword, for one."""

    columns: int = Field(default=1, ge=1, le=4, description="columns of text")
    gutter: Length = Field(default=12.0, description="white between the columns")
    style: str = Field(default="body", description="style of its paragraphs")


class GalleryRecord(Record):
    """Photos in rows that fill the width, captions beneath."""

    caption: str = Field(description="style of the captions")
    gutter: Length = Field(default=8.0, description="white between photos side by side")
    rows: int = Field(default=2, ge=1, le=6, description="most rows of photos on a page")
    photos: int = Field(default=4, ge=1, le=12, description="most photos on a page")


class PictureRecord(Record):
    """A photo of the issue at a fixed place."""

    of: Literal["cover", "portrait", "section"] = Field(description="the cover's, the foreword's or the opener's photo")
    caption: str = Field(default="", description="style of a caption under it; none when not given")


class ElementRecord(Record):
    """One thing on a master: a text, paragraphs, fill, rule, picture, contents, teasers, story or gallery."""

    at: PlaceRecord = Field(description="where it stands")
    text: str | None = Field(default=None, description="a text with fields in braces: {issue.year}")
    style: str = Field(default="", description="style of the text")
    paragraphs: tuple[ParagraphRecord, ...] | None = Field(default=None, description="several texts below one another")
    vertical: Literal["top", "middle", "bottom"] = Field(default="top", description="where texts stand in their place")
    fill: FillRecord | None = Field(default=None, description="a tint")
    rule: RuleRecord | None = Field(default=None, description="a line")
    picture: PictureRecord | None = Field(default=None, description="a photo of the issue")
    contents: ContentsRecord | None = Field(default=None, description="the list of articles")
    teasers: TeasersRecord | None = Field(default=None, description="pictures that invite to articles")
    story: StoryRecord | None = Field(default=None, description="the text of the foreword")
    gallery: GalleryRecord | None = Field(default=None, description="the photos of the gallery")
    running: Flag = Field(default=False, description="a running head, which is not read aloud on every page")
    needs: str = Field(default="", description="a field that must not be empty, or the element is left out")
    rest: int = Field(
        default=0,
        ge=0,
        description="least rows: it takes what the story or list before it leaves above its last row, or is left out",
    )


class MasterRecord(Record):
    """A kind of page. ``pages`` in order; the last with a frame for it repeats as long as there is more to place."""

    pages: tuple[tuple[ElementRecord, ...], ...] = Field(min_length=1, description="the elements of each page")
    start: Literal["any", "right", "left"] = Field(default="any", description="the side on which the first page falls")
    open: Flag = Field(default=False, description="meant to have white space")
    mirror: Flag = Field(default=True, description="left-hand pages are the mirror image of right-hand ones")


class PhotoSizeRecord(Record):
    """A size class of photos."""

    modules: int = Field(ge=1, description="how many modules wide")
    aspect: tuple[float, float] = Field(description="narrowest and widest shape (width / height) it may be cropped to")


class JumpRecord(Record):
    """How an article goes on elsewhere: part of it stands where it begins, the rest at the end of its section."""

    rows: tuple[int, int] = Field(description="least and most rows of the part that stands where it begins")
    to: Literal["section-end"] = Field(default="section-end", description="where the rest of it stands")
    title: str = Field(default="continued", description="style of the title above the rest")
    line: str = Field(default="jump", description="style of the lines that name the other page")


class TemplateRecord(Record):
    """A way to make up an article."""

    words: tuple[int, int] = Field(description="least and most words of an article that may have it")
    columns: int = Field(ge=1, le=6, description="columns of text")
    lead: OneOrMore = Field(default=(), description="photo sizes the first photo may have, best first")
    others: OneOrMore = Field(default=(), description="photo sizes of the further photos, best first")
    head: int = Field(default=0, ge=0, description="columns that the headline spans; all when not given")
    headline: int = Field(
        default=0, ge=0, description="modules of the headline, the standfirst beside it; below it when not given"
    )
    insets: OneOrMore = Field(
        default=(), description="photo sizes of a photo that stands in the columns, the text running round it"
    )
    inset_at: tuple[Literal["gutter", "outside", "inside"], ...] = Field(
        default=("gutter", "outside"),
        min_length=1,
        description="where it may stand: over the gutter of two columns, or at the edge of a column towards one side",
    )
    pull: int = Field(
        default=0, ge=0, description="modules of a pull quote that the text runs round; in its column when not given"
    )
    photo_first: Flag = Field(default=False, description="the lead photo stands above the headline")
    prefer: float = Field(default=0.0, description="cost added to a variant of this template; lower is liked better")
    jump: JumpRecord | None = Field(
        default=None, description="how an article that is longer goes on elsewhere; it does not when not given"
    )


class DropCapRecord(Record):
    """The large letter that an article begins with."""

    lines: int = Field(default=3, ge=2, le=12, description="how many lines deep it stands")
    style: str = Field(description="a style for its font, weight and colour; its size follows from the lines")
    small_caps: int = Field(
        default=0, ge=0, le=12, description="about how many words are in small capitals; a name is never cut"
    )
    least_lines: int = Field(
        default=0, ge=0, le=40, description="shorter paragraphs have none; one line more than it is deep when not given"
    )


class RunaroundRecord(Record):
    """Text that runs round a photo or a pull quote."""

    side: Length | None = Field(default=None, description="white beside it; the grid's gutter when not given")
    rows: int = Field(default=1, ge=0, le=6, description="rows of white above and below it")
    least_measure: Length = Field(default=38 * 72 / 25.4, description="no line beside it is shorter")
    tracking: float = Field(
        default=8, ge=0, le=20, description="most white between letters of lines beside it, in thousandths of the size"
    )


class EndMarkRecord(Record):
    """The ornament behind the last words of an article."""

    text: str = Field(default="■", min_length=1, max_length=4, description="the sign")
    colour: str = Field(default="section", description="one of the palette, or section")


class BetweenRecord(Record):
    """What parts two articles on a page."""

    rows: int = Field(default=3, ge=1, le=12, description="rows of space")
    rule: RuleRecord | None = Field(default=None, description="a rule in the middle of it")


class AdvertSizeRecord(Record):
    """A size of adverts: a whole page with its bleed, or a space at the foot of a page of articles."""

    modules: int = Field(default=0, ge=0, description="how many modules wide; all when not given")
    rows: int = Field(default=0, ge=0, description="how many rows deep; all when not given")
    bleed: Flag = Field(default=False, description="the whole page to its edges; then without modules and rows")


class ScreenRecord(Record):
    """The screen PDF."""

    ppi: float = Field(default=150, ge=36, le=1200, description="resolution to which photos are brought down")
    quality: int = Field(default=82, ge=30, le=100, description="JPEG quality")


class PrintRecord(Record):
    """What print needs of photos, and the press that it is for."""

    ppi: float = Field(default=225, gt=0, description="fewer pixels to the inch are a warning")
    least_ppi: float = Field(default=150, gt=0, description="fewer are an error")
    ink: float = Field(
        default=0, ge=0, le=400, description="most ink of photos, the sum in percent; what the profile gives when 0"
    )
    profile: str = Field(
        default="",
        description="the printer's ICC profile, a file of the layout's folder; coated FOGRA39 when not given",
    )


class LayoutRecord(Record):
    """All of a layout: the files of its folder put together."""

    name: str = Field(description="what the layout is called")
    description: str = Field(default="", description="what it is for")
    page: PageRecord = Field(description="the sheet and its margins")
    grid: GridRecord = Field(description="rows and modules")
    palette: dict[str, SwatchRecord] = Field(description="the colours by name; ink and house must be among them")
    sections: tuple[str, ...] = Field(default=(), description="swatches of the sections, in turn")
    fonts: dict[str, FontRoleRecord] = Field(description="the roles of type by name")
    styles: dict[str, StyleRecord] = Field(description="the paragraph styles by name")
    masters: dict[str, MasterRecord] = Field(description="the kinds of page by name")
    templates: dict[str, TemplateRecord] = Field(description="the ways to make up an article by name")
    photo_sizes: dict[str, PhotoSizeRecord] = Field(description="the size classes of photos by name")
    drop_cap: DropCapRecord | None = Field(
        default=None, description="the large letter that articles begin with; none when not given"
    )
    end_mark: EndMarkRecord | None = Field(
        default=None, description="the ornament behind the last words of an article; none when not given"
    )
    between: BetweenRecord = Field(default_factory=BetweenRecord, description="what parts two articles on a page")
    runaround: RunaroundRecord = Field(
        default_factory=RunaroundRecord, description="text that runs round a photo or a pull quote"
    )
    adverts: dict[str, AdvertSizeRecord] = Field(
        default_factory=dict, description="the booked sizes of adverts by name; the usual four when not given"
    )
    last_measures: tuple[Literal["subheads", "photos", "headline", "lines", "captions"], ...] = Field(
        default=("subheads", "photos", "headline", "lines", "captions"),
        description="what may give way so that columns end on one row and pages at their foot, best first",
    )
    order: tuple[str, ...] = Field(
        default=("cover", "contents", "foreword", "sections", "gallery", "back"),
        description="masters in their order; sections stands for the articles",
    )
    words: dict[str, dict[str, str]] = Field(default_factory=dict, description="the layout's own words by language")
    house_style: HouseStyle = Field(
        default_factory=HouseStyle, description="words, titles and names that the house writes in one way"
    )
    credits: Literal["wanted", "required"] = Field(
        default="wanted", description="whether a photo without credit is a warning or an error"
    )
    screen: ScreenRecord = Field(default_factory=ScreenRecord, description="the screen PDF")
    print: PrintRecord = Field(default_factory=PrintRecord, description="the press PDF, and what print needs of photos")
