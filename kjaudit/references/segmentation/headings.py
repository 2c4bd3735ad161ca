"""Headings inside a reference list: "1. 기본자료", "Primary sources", "〈論文〉"."""

from __future__ import annotations

import re

_KOREAN = (
    "기본 1차 2차 일차 이차 원전 국내 국외 해외 외국 한국 한국어 영어 일본 일본어 중국 중국어 국문 영문 일문 "
    "중문 동양 서양 서구 번역 학위 학술 학술지 연구 정기 간행물 발표 작품 소설 문학 전자 인터넷 온라인 웹 영상 "
    "구술 법령 통계 정부 기관 기타 참고 주요 관련 단행 자료 문헌 논문 논저 저서 단행본 서적 도서 신문 잡지 기사 "
    "사료 사이트 역서 번역서 보고서 문서 목록 텍스트 사전 인터뷰 판례 방송 영화 및 과 와 류 집 "
)
_JAPANESE = (
    "一次 二次 参考 引用 主要 日本語 英語 中国語 韓国語 外国語 和文 欧文 邦文 洋書 和書 史料 資料 文献 論文 "
    "単行本 単行書 著書 書籍 図書 雑誌 新聞 記事 ウェブ サイト ウェブサイト オンライン 報告書 統計 法令 判例 "
    "辞典 その他 未刊行 刊行 一覧 ・ と 及び および 类 類 专著 期刊 论文 报纸 學位 学位 書目 书目 "
)
_LATIN = (
    "a and or of the in on other further primary secondary unpublished published printed selected cited general "
    "online sources source works work books book articles article chapters journals journal papers theses "
    "dissertations websites website web internet archives archive archival newspapers magazines reading readings "
    "literature references reference reports documents interviews films laws cases data materials manuscripts "
    "bibliography korean japanese chinese english german french spanish language languages texts editions "
    "translations studies quellen literatur und andere bücher sekundärliteratur primärliteratur primärquellen "
    "monographien monografien aufsätze zeitschriften zeitungen internetquellen archivalien gedruckte ungedruckte "
    "weitere verzeichnis rechtsprechung fuentes libros artículos bibliografía obras y de primarias secundarias "
    "tesis páginas documentos archivos revistas ouvrages presse périodiques manuscrits et autres imprimées "
    "bibliographie sitographie études fonti libri articoli opere archivi riviste e altre "
)
"""Words such headings are made of, in the languages lists are printed in; general knowledge and printed lists."""


def _any(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_MARK = re.compile(
    r"[\s<〈《\[(【■□○●◎◆▶·*#◇▷-]*(?:(?:[0-9]{1,2}|[IVX]{1,4}|[가나다라마바사]|[一二三四五六七八九十]{1,2}|[A-Z])"
    r"(?:[.)、．]|(?=\s)))?\s*(?:[0-9]{1,2}[.)]\s*)?"
)
_CLOSING = " \t>〉》])】:：.*-"
_EAST_ASIAN = re.compile(rf"(?>(?:{_any(_KOREAN)}|{_any(_JAPANESE)})|[\s·,/ㆍ、()])+")
_LATIN_HEADING = re.compile(rf"(?>(?:{_any(_LATIN)})(?![a-zäöüßéèáíóúñ])|[\s,/&:–-])+", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?:자료|논문|논저|문헌|단행본|저서|史料|資料|文献|論文|単行本)$")
_ENTRY_MARK = re.compile(r"\d{3}|[「」『』“”\"]|https?:|\.\s")


def is_subheading(text: str) -> bool:
    """
    Whether `text` is a heading inside a list rather than an entry.

    Nothing but words of such headings, with or without a number before; or a numbered line that ends in one.
    """
    text = text.strip()
    if not text or len(text) > 48 or "\n" in text:
        return False
    found = _MARK.match(text)
    mark = found.group() if found else ""
    words = text[len(mark) :].strip(_CLOSING)
    if not words or _ENTRY_MARK.search(words):
        return False
    if _EAST_ASIAN.fullmatch(words) or _LATIN_HEADING.fullmatch(words):
        return True
    return bool(mark.strip(" -·*")) and _LAST_WORD.search(words) is not None
