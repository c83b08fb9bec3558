"""Word files made letter by letter, so that a test knows what is in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>'
    '<Default Extension="gif" ContentType="image/gif"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = (("Title", "Title"), ("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Caption", "caption"))


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """A run of text."""
    look = f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs; a plain text is a run of its own."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p>{look}{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is markup stays so."""
    cells = ("".join(f"<w:tc>{c if c.startswith('<') else paragraph(c)}</w:tc>" for c in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def deleted(text: str) -> str:
    """Text that was deleted while changes were tracked."""
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """Text that was added while changes were tracked."""
    return f'<w:ins w:id="2" w:author="A">{run(text)}</w:ins>'


def note_mark(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(name: str, *, alt: str = "", linked: bool = False) -> str:
    """A run with a picture that the file holds, or only links to."""
    how = "link" if linked else "embed"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{escape(alt)}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:{how}="{name}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@dataclass
class WordFile:
    """A Word file: what is added to it, and its bytes."""

    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)

    def add(self, *blocks: str) -> WordFile:
        """Adds blocks of the text."""
        self.body += blocks
        return self

    def bytes(self) -> bytes:
        """The file."""
        rels = [f'<Relationship Id="{n}" Type="{OFFICE}/image" Target="media/{n}.jpg"/>' for n in self.pictures]
        rels += [
            f'<Relationship Id="{n}" Type="{OFFICE}/image" TargetMode="External" Target="{t}"/>'
            for n, t in self.links.items()
        ]
        if self.notes:
            rels.append(f'<Relationship Id="rNotes" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>')
        rels.append(f'<Relationship Id="rStyles" Type="{OFFICE}/styles" Target="styles.xml"/>')
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/></w:style>' for i, n in STYLES
        )
        notes = "".join(
            f'<w:footnote w:id="{n}">{paragraph(text)}</w:footnote>' for n, text in enumerate(self.notes, 1)
        )
        main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{package}">{main}</Relationships>',
            "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(self.body)}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{"".join(rels)}</Relationships>',
            "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
            **({"word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>"} if self.notes else {}),
            **self.parts,
        }
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
            for name, data in self.pictures.items():
                archive.writestr(f"word/media/{name}.jpg", data)
        return stream.getvalue()
