"""
How well Korean, Japanese and Chinese references are parsed.

    python -m benchmarks.korean_japanese            records printed in every style of STYLES, read back: no data needed
    python -m benchmarks.korean_japanese --shared   also the labelled lists of ../shared (kj, and CJK strings of GROBID)

An entry counts as right when every field it prints is right; white space, width and punctuation do not count.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import itertools
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from kjaudit.formats import to_csl
from kjaudit.model import Reference
from kjaudit.references import parse_list

SHARED = Path(__file__).parents[1] / ".." / "shared"
STYLES = {
    "ko": (
        "{people}, {year}, 「{title}」, 『{journal}』 제{volume}권 제{issue}호, {first}~{last}쪽.",
        "{people}, ｢{title}｣, {journal} {volume}({issue}), {year}, {first}–{last}면.",
        "{people}({year}), 「{title}」, 『{journal}』 {volume}-{issue}, {first}∼{last}쪽.",
        "{people}. {year}. “{title}.” 『{journal}』 {volume}({issue}): {first}-{last}.",
        '{people} ({year}). "{title}". <{journal}> {volume}-{issue}. {first}-{last}.',
        "{people} ({year}). {title}. {journal}, {volume}({issue}), {first}-{last}.",
        "{people} ({year}). {title}. <{journal}>, {volume}권 {issue}호, {first}-{last}.",
        '{people}, "{title}," {journal}, 제{volume}권, 제{issue}호, pp. {first}-{last}, {year}.',
        "{people}, {year}, {title}, {journal} {volume}({issue}), pp.{first}-{last}.",
    ),
    "ja": (
        "{people}, {year}, 「{title}」『{journal}』{volume}({issue}): {first}-{last}.",
        "{people}「{title}」『{journal}』第{volume}巻第{issue}号、{year}年、{first}～{last}頁。",
        "{people}（{year}）「{title}」『{journal}』第{volume}巻第{issue}号、{first}-{last}頁。",
        "{people}：{title}，{journal}，Vol.{volume}，No.{issue}，pp.{first}-{last}（{year}）．",
        "{people}（{year}）．{title}　{journal}，{volume}({issue})，{first}-{last}．",
        "{people}. {title}. {journal}. {year}, vol. {volume}, no. {issue}, p. {first}-{last}.",
        "{people}. {title}, {journal}, Vol.{volume}, No.{issue}, pp.{first}-{last}, {year}年3月.",
        "{people}，“{title}，”{journal}，vol.{volume}，no.{issue}，pp.{first}-{last}，{year}．",
    ),
}
WORKS = {
    "ko": (
        (("김가람",), "근대 소설의 시간 의식", "한국문학"),
        (("이나무", "박하늘"), "도시, 재생, 그리고 기억: 1990년대 서울을 중심으로", "도시연구"),
        (("남궁민수", "최보람", "정다운"), "‘우리’라는 말의 형성(1920-40)", "말과 글"),
        (("한국사회조사연구소",), "제1회 조사의 결과와 3가지 과제", "사회조사"),
        (("선우은실",), "『서있는 여자』의 공간", "여성연구"),
        (("허수",), "딥러닝으로 읽기 - Word2Vec의 활용", "정보과학회논문지: 소프트웨어"),
    ),
    "ja": (
        (("田中一郎",), "地域福祉の課題", "社会福祉学"),
        (("佐藤花子", "長谷川寿一"), "令和の教育、その後：2000年代の調査から", "教育社会学研究"),
        (("林創", "山田剛史", "伴金美"), "Linked Dataを用いた資料の公開", "情報知識学会誌"),
        (("国立文化研究所",), "第3次計画と15の提言", "文化政策"),
        (("李玉順",), "『こころ』の時間", "日本文学"),
    ),
}
NUMBERS = (("12", "3", "45", "67", "2015"), ("4", "1", "9", "30", "1998"), ("101", "12", "1201", "1215", "2023"))
_DROPPED = re.compile(r"[^\w]+|_")


def main() -> int:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", action="store_true", help="also measure on the labelled lists of ../shared")
    chosen = arguments.parse_args()
    for language in STYLES:
        _own_styles(language)
    if chosen.shared:
        if not SHARED.exists():
            sys.exit("../shared is not there")
        _lists()
        _grobid()
    return 0


def _own_styles(language: str) -> None:
    rows = list(_rendered(language))
    start = time.process_time()
    parsed = list(parse_list(raw for raw, _ in rows))
    speed = len(rows) / (time.process_time() - start)
    right = sum(_right(reference, wanted) for reference, (_, wanted) in zip(parsed, rows, strict=True))
    print(
        f"own styles, {language}: {right} of {len(rows)} right ({100 * right / len(rows):.1f} %), {speed:.0f} a second"
    )


def _rendered(language: str) -> Iterator[tuple[str, dict[str, object]]]:
    for style, (people, title, journal), numbers in itertools.product(STYLES[language], WORKS[language], NUMBERS):
        volume, issue, first, last, year = numbers
        mark = "·" if language == "ko" else "・" if "．{title}" in style or "「" in style else ", "
        raw = style.format(
            people=mark.join(people),
            title=title,
            journal=journal,
            volume=volume,
            issue=issue,
            first=first,
            last=last,
            year=year,
        )
        wanted = {"author": people, "title": title, "container-title": journal, "volume": volume, "issue": issue}
        yield raw, {**wanted, "page": f"{first}-{last}", "year": year}


def _right(reference: Reference, wanted: dict[str, object]) -> bool:
    item = to_csl(reference)
    found = dict(item)
    found["author"] = tuple(name.literal or name.family + name.given for name in reference.authors)
    found["year"] = str(reference.year or "")
    return all(_plain(found.get(name)) == _plain(value) for name, value in wanted.items())


def _plain(value: object) -> str:
    text = "|".join(value) if isinstance(value, tuple) else str(value or "")
    return "|".join(_DROPPED.sub("", part) for part in text.split("|"))


def _lists() -> None:
    scorer = _module("kj")
    rows = [json.loads(line) for line in (SHARED / "data/kj/references-dev.jsonl").open(encoding="utf-8")]
    items = [to_csl(one) for one in parse_list(" ".join(row["text"].split()) for row in rows)]
    scorer.report(rows, _flat(items))


def _grobid() -> None:
    scorer = _module("references")
    with gzip.open(SHARED / "data/references/grobid-corpus.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [row for row in map(json.loads, stream) if re.search("[\u3040-\u9fff\uac00-\ud7a3]", row["text"])]
    items = [to_csl(one) for one in parse_list(" ".join(row["text"].split()) for row in rows)]
    found = [{"id": row["id"], "fields": fields} for row, fields in zip(rows, _flat(items), strict=True)]
    scorer.show(scorer.score(rows, found), "GROBID corpus, strings with Hangul, kana or Han")


def _flat(items: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    runner = _module("run")
    return [runner.fields(item) for item in items]


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
