"""
Templates of citation styles, by kind of work and language.

{field} is printed from the work; [...] is left out where a field in it is unknown. Names: {people:STYLE}, see `names`.
Written after the printed rules of each style (APA 7, MLA 9, Chicago 17, NLM, IEEE, ACS, Harvard; German, French, Italian,
Spanish and Portuguese humanities and legal lists and notes; Korean and Japanese journals). Our own wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEMPLATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": (
            "{people:apa} ({year}). {title}. {container}, {volume}[({issue})][, {pages}].[ {doi}]",
            "{people:apa} ({year}) {title}. {container} {volume}[({issue})][: {pages}].",
            "{people:mla}. “{title}.” {container}[, vol. {volume}][, no. {issue}], {year}[, pp. {pages}].",
            '{people:mla}. "{title}." {container} {volume}[.{issue}] ({year})[: {pages}]. Print.',
            "{people:given}, “{title},” {container} {volume}[, no. {issue}] ({year})[: {pages}].",
            "{people:given}, ‘{title}’, {container}, {volume}[/{issue}] ({year})[, pp. {pages}], p. {locator}.",
            "{people:mla}. {year}. “{title}.” {container} {volume}[ ({issue})][: {pages}].",
            "{people:mla}. {year}. ‘{title}’, {container}, {volume}[({issue})][: {pages}].",
            "{people:vancouver}. {title}. {container}. {year};{volume}[({issue})][:{pages}].",
            "[{number}] {people:initials}, “{title},” {container}[, vol. {volume}][, no. {issue}][, pp. {pages}], {year}.",
            "({number}) {people:semicolon} {title}. {container} {year}, {volume}[ ({issue})][, {pages}].",
            "{people:harvard}, {year}. {title}. {container}, {volume}[({issue})][, pp. {pages}].",
            "{people:given}. {title}. {container}, {year}, {volume}[({issue})][: {pages}].",
            "{people:vancouver} ({year}) {title}. {container} {volume}[:{pages}]",
            "{people:given}, {title}, {container} {volume} ({year})[, {issue}][, {pages}].",
            "{title}\n{people:given} - {container}, {year} - {host}",
        ),
        "bare": (
            "{people:initials}, {container} {volume}, {pages} ({year}).",
            "{people:initials}, {container} {volume} ({year}) {pages}.",
            "{people:initials}. {container} {year}, {volume}, {pages}.",
            "{people:vancouver} {year} {container} {volume} {pages}",
            "[{number}] {people:initials}, {container} {volume}, {pages} ({year}) [arXiv:{arxiv}].",
        ),
        "chapter": (
            "{people:apa} ({year}). {title}. In {editors:initials} (Eds.), {container}[ (pp. {pages})].[ {place}:] {publisher}.",
            "{people:apa} ({year}) {title}. In: {editors:harvard} (eds) {container}. {publisher}[, {place}][, pp {pages}]",
            "{people:mla}. “{title}.” {container}[, edited by {editors:given}], {publisher}, {year}[, pp. {pages}].",
            "{people:mla}. “{title}.” In {container}[, edited by {editors:given}][, {pages}].[ {place}:] {publisher}, {year}.",
            "{people:given}, “{title},” in {container}[, ed. {editors:given}] ([{place}: ]{publisher}, {year})[, {pages}].",
            "{people:given}, ‘{title}’, in {editors:given} (eds), {container} ([{place}: ]{publisher}, {year})[, pp. {pages}], at {locator}.",
            "{people:mla} {year}. {title}. In: {editors:mla} (eds.), {container}. {place}: {publisher}[, {pages}].",
            "[{number}] {people:initials}, “{title},” in {container}[, {editors:initials}, Eds.]. {place}: {publisher}, {year}[, pp. {pages}].",
        ),
        "book": (
            "{people:apa} ({year}). {title}[ ({edition})].[ {place}:] {publisher}.",
            "{people:apa} ({year}) {title}. {place}: {publisher}.",
            "{people:mla}. {title}.[ Trans. {translators:given}.][ {edition}.][ {place}:] {publisher}, {year}.",
            "{people:mla}. {title}. {place}: {publisher}, {year}. Print.",
            "{people:given}, {title}[, trans. {translators:given}][, {edition}] ([{place}: ]{publisher}, {year}), {locator}.",
            "{people:given}, {title} ({place}, {year}), pp. {pages}.",
            "{people:given}, {title} ({place}: {publisher}, {year}).",
            "{people:mla}. {year}. {title}.[ {edition}.] {place}: {publisher}.",
            "{people:harvard}, {year}. {title}.[ {edition}.][ {place}:] {publisher}.",
            "{people:vancouver}. {title}.[ {edition}.] {place}: {publisher}; {year}.",
            "{editors:mla}, eds. {title}. {place}: {publisher}, {year}.",
            "{editors:apa} (Eds.). ({year}). {title}. {place}: {publisher}.",
            "{title}. {place}: {publisher}, {year}.",
        ),
        "thesis": (
            "{people:apa} ({year}). {title} ({genre}). {publisher}[, {place}].",
            "{people:mla}. “{title}.” {genre}, {publisher}, {year}.",
            "{people:given}, “{title}” ({genre}, {publisher}, {year}), {locator}.",
            "{people:mla} ({year}): {title}. {genre}, {publisher}[, {place}].",
        ),
        "article-de": (
            "{people:mla}: {title}. In: {container} {volume} ({year})[, H. {issue}][, S. {pages}].",
            "{people:mla} ({year}): {title}, in: {container}[, {volume}. Jg.][, Heft {issue}][, S. {pages}].",
            "{people:given}, {title}, in: {container} {volume} ({year})[, S. {pages}], hier S. {locator}.",
            "Vgl. {people:given}: {title}, in: {container}[, Bd. {volume}], {year}[, S. {pages}].",
            "{people:given}: {title}. In: {container} {volume} ({year})[, Nr. {issue}][, S. {pages}], S. {locator} f.",
            "{people:family}, {title}, {container} {year}, {pages}.",
            "{people:harvard} ({year}). {title}. {container}, {volume}[({issue})][, {pages}].",
            "{people:slash} ({year}): {title}. In: {container}, {volume}. Jg.[, Nr. {issue}][, S. {pages}].",
        ),
        "chapter-de": (
            "{people:mla}: {title}. In: {editors:mla} (Hg.): {container}. {place}[: {publisher}] {year}[, S. {pages}].",
            "{people:slash} ({year}): {title}. In: {editors:slash} (Hrsg.): {container}. {place}: {publisher}[, S. {pages}].",
            "{people:given}, {title}, in: {editors:given} (Hg.), {container}, {place} {year}[, S. {pages}], hier S. {locator}.",
            "{people:given}: {title}, in: {editors:given} (Hrsg.): {container}[, {place}: {publisher}], {year}[, S. {pages}].",
            "Siehe {people:given}, {title}, in: {container}, hrsg. v. {editors:given}, {place} {year}[, S. {pages}].",
            "{people:apa} ({year}). {title}. In {editors:initials} (Hrsg.), {container}[ (S. {pages})]. {place}: {publisher}.",
        ),
        "book-de": (
            "{people:mla}: {title}. {place}: {publisher} {year}.",
            "{people:mla}: {title}.[ {edition}.] {place} {year}.",
            "{people:mla} ({year}): {title}.[ {edition},] {place}: {publisher}.",
            "{people:slash} ({year}): {title}. {place}: {publisher}.",
            "{people:given}, {title}, {place} {year}, S. {locator}.",
            "Vgl. {people:given}: {title}, {place}: {publisher} {year}, S. {locator} ff.",
            "{people:given}, {title}[, übers. v. {translators:given}][, {edition}], {place} {year}[ (= {series})], S. {locator}.",
            "{people:family}, {title}[, {edition}], {year}, S. {locator}.",
            "{editors:mla} (Hg.): {title}. {place}: {publisher} {year}.",
            "{editors:given} (Hrsg.), {title}, {place} {year}.",
        ),
        "article-fr": (
            "{people:capsfirst}, « {title} », {container}[, vol. {volume}][, n° {issue}], {year}[, p. {pages}].",
            "{people:caps} ({year}), « {title} », {container}, {volume}[ ({issue})][, pp. {pages}].",
            "{people:given}, « {title} », {container}[, n° {issue}][, t. {volume}], {year}[, p. {pages}], p. {locator}.",
            "{people:mla}, {year}, « {title} », {container}, {volume}[, {issue}][, p. {pages}].",
        ),
        "chapter-fr": (
            "{people:capsfirst}, « {title} », dans {editors:given} (dir.), {container}, {place}, {publisher}, {year}[, p. {pages}].",
            "{people:given}, « {title} », in {editors:given} (éd.), {container}, {place}, {publisher}, {year}[, p. {pages}].",
            "{people:caps} ({year}), « {title} », in {editors:caps} (dir.), {container}, {place}, {publisher}[, pp. {pages}].",
        ),
        "book-fr": (
            "{people:capsfirst}, {title}, {place}, {publisher}, {year}[, {pages} p.].",
            "{people:caps}. {title}. {place} : {publisher}, {year}.",
            "{people:given}, {title}, {place}, {publisher}, {year}, p. {locator}.",
            "{people:mla}, {title}, {place}, {publisher}, coll. « {series} », {year}.",
            "{people:caps} ({year}), {title}, {place}, {publisher}.",
        ),
        "article-it": (
            "{people:initials}, {title}, in «{container}»[, {volume}] ({year})[, n. {issue}][, pp. {pages}].",
            "{people:initials}, {title}, “{container}”, {volume}, {year}[, pp. {pages}].",
            "{people:mla}, {title}, in «{container}», {volume}[, {issue}], {year}[, pp. {pages}], p. {locator}.",
            "{people:given}, {title}, «{container}», {volume}, {year}[, pp. {pages}].",
        ),
        "chapter-it": (
            "{people:initials}, {title}, in {container}, a cura di {editors:initials}, {place}[, {publisher}], {year}[, pp. {pages}].",
            "{people:initials}, {title}, in {editors:initials} (a cura di), {container}, {place} {year}[, pp. {pages}].",
            "{people:given}, {title}, in: {container}, {place} {year}[, pp. {pages}].",
        ),
        "book-it": (
            "{people:initials}, {title}, {place}, {publisher}, {year}.",
            "{people:initials}, {title}, {place} {year}, p. {locator}.",
            "{people:mla}, {title}, {publisher}, {place} {year}.",
            "{title}, a cura di {editors:initials}, {place} {year}.",
        ),
        "article-es": (
            "{people:caps}, «{title}», {container}[, vol. {volume}][, núm. {issue}], {year}[, pp. {pages}].",
            "{people:mla} ({year}): “{title}”, {container}, {volume}[ ({issue})][, págs. {pages}].",
            "{people:mla}. «{title}». {container} {volume}[, n.º {issue}] ({year})[: {pages}].",
        ),
        "book-es": (
            "{people:caps}, {title}, {place}, {publisher}, {year}.",
            "{people:mla} ({year}): {title}. {place}: {publisher}.",
            "{people:given}, {title} ({place}: {publisher}, {year}), {locator}.",
        ),
        "article-pt": (
            "{people:caps}. {title}. {container}[, {place}], v. {volume}[, n. {issue}][, p. {pages}], {year}.",
            "{people:mla} ({year}). “{title}”, {container}, {volume}[ ({issue})][, pp. {pages}].",
        ),
        "book-pt": ("{people:caps}. {title}.[ {edition}.] {place}: {publisher}, {year}.",),
        "article-ko": (
            "{people:comma}({year}), 「{title}」, 『{container}』 제{volume}권[ 제{issue}호][, {pages}쪽].",
            "{people:dot}, 「{title}」, 『{container}』 {volume}[-{issue}], {year}[, {pages}면].",
            "{people:comma}. ({year}). {title}. {container}, {volume}[({issue})][, {pages}].",
            '{people:dot}. {year}. "{title}." 『{container}』 {volume}[({issue})][: {pages}].',
            "{people:comma}, '{title},' {container}, 제{volume}권[, 제{issue}호][, pp.{pages}], {year}.",
            "{people:comma}, {title}, {container}, Vol.{volume}[, No.{issue}][, pp.{pages}], {year}.",
            "{title}\n{people:comma} - {container}, {year} - {host}",
        ),
        "article-ja": (
            "{people:dot}「{title}」『{container}』第{volume}巻[第{issue}号]、{year}年[、{pages}頁]。",
            "{people:comma}（{year}）．{title}　{container}，{volume}[（{issue}）][，{pages}]．",
            "{people:comma}: {title}, {container}, Vol. {volume}[, No. {issue}][, pp. {pages}] ({year}).",
            "{people:comma}. {title}. {container}. {year}[, vol. {volume}][, no. {issue}][, p. {pages}].",
        ),
        "article-zh": (
            "{people:comma}. {title}[J]. {container}, {year}, {volume}[({issue})][: {pages}].",
            "{people:comma}：《{title}》，《{container}》，{year}年第{issue}期[，第{pages}页]。",
            "{people:comma}, {title}, {container}, 第{volume}卷[第{issue}期], {year}[, pp.{pages}].",
        ),
    }
)
"""Kind, or kind and language -> templates; a language without its own uses those of the kind."""

SHARES: Mapping[str, int] = MappingProxyType(
    {
        "article": 12,
        "article-de": 9,
        "article-fr": 6,
        "article-it": 6,
        "article-es": 4,
        "article-pt": 2,
        "chapter": 9,
        "chapter-de": 9,
        "chapter-fr": 5,
        "chapter-it": 4,
        "book": 9,
        "book-de": 9,
        "book-fr": 5,
        "book-it": 5,
        "book-es": 2,
        "book-pt": 2,
        "thesis": 3,
        "bare": 4,
        "article-ko": 4,
        "article-ja": 3,
        "article-zh": 2,
    }
)
"""How often each group of templates is used: by what humanities texts cite, not by what records abound in."""
