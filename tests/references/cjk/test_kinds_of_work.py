"""Series, editions, reports, acts, standards, translations: our own examples of how lists print each kind of work."""

import pytest

from kjaudit.model import WorkType
from kjaudit.references import parse_list
from kjaudit.references.cjk import parse

from .test_conventions import check, want

SERIES = [
    (
        "홍가람, 『가나의 정치』(가나통사 3), 한빛사, 2020.",
        want(collection_title="가나통사 3", publisher="한빛사", volume=None),
    ),
    (
        "山田花子『海の文化』波書店〈波全書〉、1951年。",
        want(collection_title="波全書", publisher="波書店", title="海の文化"),
    ),
    (
        "山田花子『海の文化』日本海洋大系14、波書店、1958年。",
        want(collection_title="日本海洋大系14", publisher="波書店"),
    ),
    ("山田花子『海の文化』（波叢書）、波書房、1983年。", want(collection_title="波叢書", publisher="波書房")),
    (
        "홍가람, 『가나사론』(新修版), 한빛각, 1990, 120~125쪽.",
        want(publisher="한빛각", edition="新修版", page="120-125"),
    ),
    ("山田花子原編『海の分類法』新訂10版，海洋協会，2014年．", want(edition="新訂10版", publisher="海洋協会")),
    ("鈴木一, 深い海 改訂第2版, 波書店, 2022.", want(title="深い海", edition="改訂第2版", publisher="波書店")),
    ("홍가람 역주, 『南海記』 上, 한빛사, 1983.", want(volume="上", publisher="한빛사")),
    ("홍가람, 『숲』, 김나무 옮김, 한빛사, 2011(1854).", want(issued="2011", issue=None, publisher="한빛사")),
]
REPORTS = [
    (
        "홍가람 외(2017), 『실태조사』, 정책보고서 2017-53, 보건부·가나연구원.",
        want(type="report", number="2017-53", publisher="보건부·가나연구원", page=None),
    ),
    ("통계청(2024). 2023년 출생통계. 보도자료. https://kostat.go.kr", want(genre="보도자료", publisher=None)),
    ("홍가람 (2017). 학교의 연구 (연구보고 2017-12). 가나연구원.", want(title="학교의 연구", number="2017-12")),
    (
        "교육부(2015). 교육과정 총론. 교육부 고시 제2015-80호 [별책 1].",
        want(title="교육과정 총론", container_title=None),
    ),
    ("環境省：令和元年海洋調査報告．2020．https://www.env.go.jp/a", want(title="令和元年海洋調査報告", issued="2020")),
    ("波学会：航海の指針（2018年改訂版）．2019．", want(author=["波学会"], issued="2019", title="航海の指針")),
]
LAW = [
    ("海洋保護法（昭和45年法律第48号）", want(type="legislation", title="海洋保護法", issued="1970", number="48")),
    ("바다 보호법 제15조 제1항, 법률 제19234호(2023. 3. 14. 일부개정).", want(title="바다 보호법", issued="2023-3-14")),
    ("KS F 2405, 콘크리트의 시험방법, 가나표준원, 2017.", want(type="standard", number="KS F 2405", author=None)),
    ("特開2015-123456, 海の装置, 2015.", want(type="patent", title="海の装置")),
    (
        "山田花子「海の法」法律海報86巻12号（2014年）24頁以下。",
        want(volume="86", issue="12", page="24", publisher=None),
    ),
]
OLD = [
    ("無名, 『南海遺事』 卷1, 「紀異」.", want(title="紀異", container_title="南海遺事")),
    ("『東海日報』 1932년 5월 3일, 「農村의 破綻」.", want(title="農村의 破綻", container_title="東海日報")),
    ("『高宗實錄』 권35, 고종 34년 10월 13일.", want(title="高宗實錄", publisher=None)),
    ("山田花子「海の文学」（『新海洋』昭41・4）", want(container_title="新海洋", issued="1966-4")),
    ("山田花子「海」『海洋雑誌』81編8号、1972年。", want(volume="81", issue="8")),
    ("홍가람, ｢바다｣, 가나일보, 1939.9.2~11.25.", want(issued="1939-9-2", container_title="가나일보")),
    ("홍가람, ‘바다의 동향’, 가나학회지 21:3(2021), 163―186쪽.", want(volume="21", issue="3", issued="2021")),
    ("≪계간 바다≫ 가을호.", want(publisher=None)),
]
PEOPLE = [
    ("바인트, 한나. 1996. 『바다의 조건』. 홍가람 옮김. 한빛사.", want(author=["바인트 한나"], translator=["홍가람"])),
    ("홍가람, 김나무 주해, 『바다 전집 2』, 한빛사, 2009.", want(author=["홍가람"], editor=["김나무"])),
    ("편집대표 홍가람, 『바다 주석』, 한빛사, 2014.", want(editor=["홍가람"], author=None)),
    ("홍가람 기자, 「바다의 그늘」, 『시사바다』 제700호, 2021.2.16.", want(author=["홍가람"], issue="700")),
    ("보건복지부, 바다관리청. 바다건강조사. 2020.", want(author=["보건복지부", "바다관리청"])),
    ("山田花子校注『海の物語』波書店、1958年。", want(editor=["山田花子"], author=None)),
    (
        "エリック・W・ウミベ（山田花子訳）『海の支配』波書店、1993年。",
        want(author=["エリック・W・ウミベ"], translator=["山田花子"]),
    ),
    (
        "山田花子「海」鈴木一・佐藤二郎（編著）『海の本』波書店、2025年",
        want(author=["山田花子"], editor=["鈴木一", "佐藤二郎"]),
    ),
    (
        "山田花子・鈴木 一 1982 海の構造の研究 海洋心理学研究, 30, 64-68.",
        want(author=["山田花子", "鈴木 一"], volume="30"),
    ),
    ("山田花子, 鈴木一, 他. 海の看護. 海洋誌. 2018; 61(4): 210-218.", want(title="海の看護", volume="61", issue="4")),
    (
        "Alder, Edward W., 1978, The Seas, Quill.（＝1986，山田花子・鈴木一訳『海の文化と歴史』波書店．）",
        want(author=["Alder Edward W."], title="The Seas", translator=["山田花子", "鈴木一"]),
    ),
]
CHAPTERS = [
    (
        "홍가람 (1997). 바다의 성격. 바다학회 (편), 6월 바다와 한국 10년 1 (pp. 75-104). 서울: 한빛.",
        want(title="바다의 성격", container_title="6월 바다와 한국 10년 1", editor=["바다학회"], publisher="한빛"),
    ),
    (
        "山田 花子 (1999). 海の感情　鈴木 一他(編)　海の本　波書店　pp. 343-344.",
        want(title="海の感情", container_title="海の本", page="343-344", publisher="波書店"),
    ),
    ("山田花子編著：海の質問. 波医事新報社, 2023, p52-58.", want(publisher="波医事新報社", page="52-58")),
    ("山田花子：海洋白書，波印刷，東京，2022．", want(publisher="波印刷", publisher_place="東京", title="海洋白書")),
    (
        "鈴木一(2014)Web Sea:The Good Parts.東京:波ジャパン.",
        want(title="Web Sea:The Good Parts", publisher="波ジャパン"),
    ),
]

LATER = [
    (
        "山田花子. 海の運動. In: 鈴木一編. 海の本. 波出版; 2015. p. 45-60.",
        want(title="海の運動", editor=["鈴木一"], container_title="海の本", publisher="波出版", page="45-60"),
    ),
    (
        "山田花子・海洋法各論（波堂、1992）105頁。",
        want(author=["山田花子"], title="海洋法各論", publisher="波堂", page="105"),
    ),
    ("山田 花子（2018）．海の解析　第3版　波図書", want(title="海の解析", edition="第3版", publisher="波図書")),
    ("山田花子「海」（『海文学』第63集、2000・10）", want(container_title="海文学", volume="63", issued="2000-10")),
    ("山田花子『海洋概論』良海会、昭46。", want(publisher="良海会", issued="1971")),
    ("홍가람, 『바다의 눈물』, 한빛서관, 1907(光武 11년).", want(issued="1907", publisher="한빛서관")),
    (
        "하르트, 카를(홍가람 역), 2007, 바다론, 한빛.",
        want(author=["하르트 카를"], translator=["홍가람"], title="바다론"),
    ),
    (
        "シュタイン，カール（山田花子・鈴木一訳）『海学』波社、1971年。",
        want(author=["シュタイン カール"], publisher="波社"),
    ),
    ("교육부, 가나교육개발원 (2021). 바다 통계. 진천: 가나교육개발원.", want(author=["교육부", "가나교육개발원"])),
    ("홍가람. 1939. “바다는 넓다.” 동해일보 1월 23일.", want(container_title="동해일보", issued="1939")),
    ("홍가람, “바다”, 현안과 과제 15호, 2015.", want(container_title="현안과 과제", issue="15")),
    ("山田花子『海学』波書店、1907年（『山田全集』第14巻、空書店、1995年）。", want(publisher="波書店", volume=None)),
    ("環境省編『海洋文書』第36巻第1冊、海洋協会、1957年。", want(volume="36", issue="1", publisher="海洋協会")),
    ("海学会編『海洋年表』全13巻、波書店、1989-1990年。", want(issued="1989", publisher="波書店")),
    ("최고재판소, 바다, 1999.", want(issued="1999")),
    ("最二小判令和2年2月28日民集74巻2号106頁〔海運事件〕", want(type="legal_case", volume="74", issue="2", page="106")),
    ("통계청. 각년도. 『바다조사』.", want(author=["통계청"], title="바다조사")),
]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [*LATER, *SERIES, *REPORTS, *LAW, *OLD, *PEOPLE, *CHAPTERS],
    ids=lambda value: value[:14] if isinstance(value, str) else "",
)
def test_each_kind_of_work_is_read_as_what_it_is(raw, wanted):
    check(raw, **wanted)


def test_half_width_marks_of_japanese_part_fields():
    check("山田花子 ｢海の論考｣､ 波出版部､ 2011年｡", author=["山田花子"], title="海の論考", publisher="波出版部")


def test_the_year_of_the_original_is_not_a_person_and_not_the_date():
    reference = parse("山田花子『海』新波社、1977年（原著1975年）。")
    assert reference.original_date.value.year == 1975
    assert reference.date.value.year == 1977
    assert len(reference.authors) == 1


def test_a_judgment_keeps_its_court_and_day():
    assert parse("헌법재판소 2019. 4. 11. 선고 2017헌바127 결정.").type is WorkType.LEGAL_CASE


def test_a_year_under_author_and_year_is_no_title():
    first, second = parse_list(["石井花子　1970『海』波書店", "1976「山」『講座』波書店"])
    assert second.same_author_as == first.key
