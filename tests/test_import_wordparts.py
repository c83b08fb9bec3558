"""The parts of Word files: what is read on says the same as the whole, and is bounded."""

from __future__ import annotations

import io
from zipfile import ZipFile

import mammoth
import pytest

from pipeline import limits
from pipeline.diagnostic import Fault
from pipeline.importers import Source, read_release
from pipeline.importers.wordparts import Count, Scan, scanned, slimmed
from tests import word_maker as word
from tests.release_sources import TITLE, A, B, Case
from tests.test_import_hostile import body, word_with
from tests.test_import_sources import CASES

STYLE = "u => em"
NOISE = (
    '<w:pPr><w:pStyle w:val="Title"/><w:spacing w:after="0"/><w:ind w:left="1"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    '</w:pPr><w:proofErr w:type="spellStart"/>'
)
RUN = '<w:r><w:rPr><w:rFonts w:ascii="A"/><w:b/><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr><w:t>{}</w:t></w:r>'
PLAIN = '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def scans_of(data: bytes) -> tuple[dict[str, Scan], Count]:
    count = Count()
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: scanned(archive.read(name), name, Source("a.docx", data), count) for name in names}, count


def html_of(stream: io.BytesIO) -> str:
    return str(mammoth.convert_to_html(stream, style_map=STYLE, external_file_access=False).value)


@pytest.mark.parametrize("case", [case for case in CASES if case.name.endswith(".docx")], ids=lambda case: case.name)
def test_what_is_read_on_says_what_the_whole_says(case: Case) -> None:
    scans, _ = scans_of(case.data)
    assert html_of(slimmed(case.data, scans)) == html_of(io.BytesIO(case.data))


def test_what_tells_nothing_of_a_text_is_left_out() -> None:
    data = word_with(
        body(f"<w:p>{NOISE}{RUN.format('Bold &amp; &lt;low&gt;')}{PLAIN.format(' and plain ')}</w:p><w:sectPr/>")
    )
    scans, count = scans_of(data)
    slim = scans["word/document.xml"].slim.decode()
    assert html_of(slimmed(data, scans)) == html_of(io.BytesIO(data))
    assert not [
        name for name in ("spacing", "ind", "sz", "rFonts", "lang", "proofErr", "sectPr") if f"w:{name}" in slim
    ]
    assert slim.count("<w:rPr>") == 1
    assert "<w:t>Bold &amp; &lt;low&gt;</w:t>" in slim
    assert count.kept < count.seen


def test_a_long_text_with_much_formatting_is_no_hostile_file() -> None:
    paragraphs = "".join(
        f"<w:p>{NOISE}{''.join(RUN.format(f'word {n} and ') + PLAIN.format('so it goes on ') for _ in range(6))}</w:p>"
        for n in range(130)
    )
    data = word_with(body(f"{word.paragraph(TITLE)}{word.paragraph(A)}{paragraphs}{word.paragraph(B)}"))
    release = read_release(Source("long.docx", data))
    assert len(release.blocks) > 100


def test_a_file_of_one_paragraph_is_read() -> None:
    scans, _ = scans_of(word_with(body(word.paragraph(A))))
    assert " ".join(scans["word/document.xml"].words) == A
    with pytest.raises(Fault) as caught:  # it has no headline
        read_release(Source("one.docx", word_with(body("<w:p><w:r><w:br/><w:t>x</w:t></w:r></w:p>"))))
    assert [finding.code for finding in caught.value.findings] == ["E807"]


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p/>" * (limits.WORD_ELEMENTS + 1),
        "<w:p><w:pPr><w:jc/></w:pPr></w:p>" * (limits.ARCHIVE_ELEMENTS // 3 + 1),
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * (limits.WORD_FIELDS + 1) + "</w:p>",
    ],
    ids=["kept", "seen", "fields"],
)
def test_more_than_any_text_has_is_refused(inner: str) -> None:
    with pytest.raises(Fault) as caught:
        scans_of(word_with(body(inner)))
    assert [finding.code for finding in caught.value.findings] == ["E804"]


def test_fields_one_behind_another_are_no_depth() -> None:
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    scans, _ = scans_of(word_with(body(f"<w:p>{field * (3 * limits.WORD_FIELDS)}</w:p>")))
    assert b"fldChar" in scans["word/document.xml"].slim
