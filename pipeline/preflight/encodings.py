"""Names of glyphs and what they stand for: the standard Latin set, and the encodings that PDF knows by name.

Words and tables come from Adobe's Technical Note 5176, appendix A, and ISO 32000-1, annex D.
"""

from __future__ import annotations

_NAMED = """\
.notdef space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater
question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum
underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde
exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft
guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase
quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron
breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE
ordmasculine ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus
Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth multiply
threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis
Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute
Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla
eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex odieresis
ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron exclamsmall Hungarumlautsmall
dollaroldstyle dollarsuperior ampersandsmall Acutesmall parenleftsuperior parenrightsuperior twodotenleader
onedotenleader zerooldstyle oneoldstyle twooldstyle threeoldstyle fouroldstyle fiveoldstyle sixoldstyle
sevenoldstyle eightoldstyle nineoldstyle commasuperior threequartersemdash periodsuperior questionsmall
asuperior bsuperior centsuperior dsuperior esuperior isuperior lsuperior msuperior nsuperior osuperior rsuperior
ssuperior tsuperior ff ffi ffl parenleftinferior parenrightinferior Circumflexsmall hyphensuperior Gravesmall
Asmall Bsmall Csmall Dsmall Esmall Fsmall Gsmall Hsmall Ismall Jsmall Ksmall Lsmall Msmall Nsmall Osmall Psmall
Qsmall Rsmall Ssmall Tsmall Usmall Vsmall Wsmall Xsmall Ysmall Zsmall colonmonetary onefitted rupiah Tildesmall
exclamdownsmall centoldstyle Lslashsmall Scaronsmall Zcaronsmall Dieresissmall Brevesmall Caronsmall
Dotaccentsmall Macronsmall figuredash hypheninferior Ogoneksmall Ringsmall Cedillasmall questiondownsmall
oneeighth threeeighths fiveeighths seveneighths onethird twothirds zerosuperior foursuperior fivesuperior
sixsuperior sevensuperior eightsuperior ninesuperior zeroinferior oneinferior twoinferior threeinferior
fourinferior fiveinferior sixinferior seveninferior eightinferior nineinferior centinferior dollarinferior
periodinferior commainferior Agravesmall Aacutesmall Acircumflexsmall Atildesmall Adieresissmall Aringsmall
AEsmall Ccedillasmall Egravesmall Eacutesmall Ecircumflexsmall Edieresissmall Igravesmall Iacutesmall
Icircumflexsmall Idieresissmall Ethsmall Ntildesmall Ogravesmall Oacutesmall Ocircumflexsmall Otildesmall
Odieresissmall OEsmall Oslashsmall Ugravesmall Uacutesmall Ucircumflexsmall Udieresissmall Yacutesmall
Thornsmall Ydieresissmall 001.000 001.001 001.002 001.003 Black Bold Book Light Medium Regular Roman Semibold
"""
# The standard strings of CFF, by their numbers. Those from 1 to 228 are the standard Latin characters.
STANDARD_NAMES = _NAMED.split()

_LATIN = (
    ' !"#$%&\u2019()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_\u2018abcdefghijk'
    "lmnopqrstuvwxyz{|}~\xa1\xa2\xa3\u2044\xa5\u0192\xa7\xa4'\u201c\xab\u2039\u203a\ufb01\ufb02\u2013\u2020\u2021\xb7\xb6\u2022\u201a\u201e\u201d\xbb\u2026\u2030\xbf`\xb4\u02c6\u02dc\xaf\u02d8\u02d9\xa8\u02da\xb8\u02dd\u02db\u02c7\u2014\xc6\xaa\u0141\xd8\u0152\xba\xe6\u0131\u0142\xf8\u0153\xdf\xb9\xac\xb5"
    "\u2122\xd0\xbd\xb1\xde\xbc\xf7\xa6\xb0\xfe\xbe\xb2\xae\u2212\xf0\xd7\xb3\xa9\xc1\xc2\xc4\xc0\xc5\xc3\xc7\xc9\xca\xcb\xc8\xcd\xce\xcf\xcc\xd1\xd3\xd4\xd6\xd2\xd5\u0160\xda\xdb\xdc\xd9\xdd\u0178\u017d\xe1\xe2\xe4\xe0\xe5\xe3\xe7\xe9\xea\xeb\xe8\xed\xee\xef\xec\xf1\xf3\xf4\xf6\xf2\xf5\u0161\xfa\xfb\xfc\xf9\xfd\xff\u017e"
)
CHARACTERS: dict[str, str] = dict(zip(STANDARD_NAMES[1:], _LATIN, strict=False))
_NAMES = {character: name for name, character in CHARACTERS.items()}

# The first code and the number of the first name of each run of the standard encoding, and how many follow.
_STANDARD_RUNS = (
    (32, 1, 95), (161, 96, 15), (177, 111, 4), (182, 115, 8), (191, 123, 1), (193, 124, 8), (202, 132, 2),
    (205, 134, 4), (225, 138, 1), (227, 139, 1), (232, 140, 4), (241, 144, 1), (245, 145, 1), (248, 146, 4),
)  # fmt: skip


def _by_codec(codec: str, others: dict[int, str]) -> dict[int, str]:
    letters = {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
    return {code: _NAMES[letter] for code, letter in letters.items() if letter in _NAMES} | others


ENCODINGS: dict[str, dict[int, str]] = {
    "/StandardEncoding": {
        code + step: STANDARD_NAMES[name + step] for code, name, count in _STANDARD_RUNS for step in range(count)
    },
    "/WinAnsiEncoding": _by_codec("cp1252", {128: "Euro", 160: "space", 173: "hyphen"}),
    "/MacRomanEncoding": _by_codec("mac_roman", {202: "space", 219: "currency"}),
}


def character_of(name: str) -> str | None:
    """What a glyph's name stands for: one of the standard Latin set, or ``uni20AC`` and ``u1F600``; else None."""
    if name in CHARACTERS:
        return CHARACTERS[name]
    if name == "Euro":
        return "\u20ac"
    for start, least in (("uni", 4), ("u", 4)):
        digits = name.removeprefix(start)
        if name.startswith(start) and len(digits) >= least and all(d in "0123456789ABCDEF" for d in digits):
            value = int(digits[:6] if start == "u" else digits[:4], 16)
            return chr(value) if value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF else None  # noqa: PLR2004
    return None
