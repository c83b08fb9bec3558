"""Words that the program needs and a layout may put otherwise: where an article goes on, what is an advert."""

from __future__ import annotations

from collections.abc import Mapping

USUAL: Mapping[str, Mapping[str, str]] = {
    "advert": {
        "en": "Advertisement",
        "de": "Anzeige",
        "es": "Publicidad",
        "fr": "Publicité",
        "it": "Pubblicità",
        "kk": "Жарнама",
        "pt": "Publicidade",
        "ru": "Реклама",
        "tr": "İlan",
        "vi": "Quảng cáo",
    },
    "continued_on": {
        "en": "Continued on page {page}",
        "de": "Fortsetzung auf Seite {page}",
        "es": "Sigue en la página {page}",
        "fr": "Suite page {page}",
        "it": "Segue a pagina {page}",
        "kk": "Жалғасы {page}-бетте",
        "pt": "Continua na página {page}",
        "ru": "Продолжение на с. {page}",
        "tr": "Devamı {page}. sayfada",
        "vi": "Xem tiếp trang {page}",
    },
    "continued_from": {
        "en": "Continued from page {page}",
        "de": "Fortsetzung von Seite {page}",
        "es": "Viene de la página {page}",
        "fr": "Suite de la page {page}",
        "it": "Segue da pagina {page}",
        "kk": "Басы {page}-бетте",
        "pt": "Continuação da página {page}",
        "ru": "Начало на с. {page}",
        "tr": "{page}. sayfadan devam",
        "vi": "Tiếp theo trang {page}",
    },
}
