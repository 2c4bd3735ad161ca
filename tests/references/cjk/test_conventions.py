"""References as Korean, Japanese and Chinese journals print them: our own examples of each convention."""

import pytest

from kjaudit.formats import to_csl
from kjaudit.model import WorkType
from kjaudit.references.cjk import parse


def want(**fields):
    return fields


def fields(raw):
    reference = parse(raw)
    assert reference is not None, raw
    item = to_csl(reference)
    for kind in ("author", "editor", "translator"):
        if kind in item:
            item[kind] = [
                name.get("literal") or f"{name['family']} {name.get('given', '')}".strip() for name in item[kind]
            ]
    for kind in ("issued", "accessed"):
        if kind in item:
            item[kind] = "-".join(map(str, item[kind]["date-parts"][0]))
    return item


def check(raw, **wanted):
    found = fields(raw)
    got = {name: found.get(name.replace("_", "-")) for name in wanted}
    assert got == wanted, raw


KOREAN = [
    (
        "홍길동, 2009, 「가나다 연구」, 『한국어문』 제17권 제1호, 131~154쪽.",
        want(
            author=["홍길동"], title="가나다 연구", container_title="한국어문", volume="17", issue="1", page="131-154"
        ),
    ),
    (
        "김가람, ｢시간의 형식｣, 겨레학보 19, 겨레학회, 2007, 279~308면.",
        want(
            title="시간의 형식",
            container_title="겨레학보",
            volume="19",
            publisher="겨레학회",
            page="279-308",
            issued="2007",
        ),
    ),
    (
        "박가람・이나무, ｢말과 글｣, 한국어교육 21(4), 2010",
        want(author=["박가람", "이나무"], container_title="한국어교육", volume="21", issue="4", issued="2010"),
    ),
    (
        "장나무(2023), 「바다의 소설」, 『한국학』 46-4, 한국학연구원, 131∼165쪽.",
        want(author=["장나무"], volume="46", issue="4", publisher="한국학연구원", page="131-165", issued="2023"),
    ),
    (
        "강가람·권나무. 2021. “우리 사회의 인식.” 『사회연구』 55(1): 179-199.",
        want(title="우리 사회의 인식", container_title="사회연구", volume="55", issue="1", page="179-199"),
    ),
    (
        '이가람 (2024). "자료의 방법". <자료인문학> 1-1. 12-34. https://doi.org/10.1234/abc.1',
        want(
            title="자료의 방법", container_title="자료인문학", volume="1", issue="1", page="12-34", DOI="10.1234/abc.1"
        ),
    ),
    (
        '정가람, 최나무, "작은 연구," 한국통신논문지, 제48권, 제11호, pp. 10-20, 11월, 2023.',
        want(author=["정가람", "최나무"], title="작은 연구", volume="48", issue="11", page="10-20", issued="2023-11"),
    ),
    (
        "김가람 (2016). 청소년의 생활 연구. 한국사회, 50(1), 41-74.",
        want(title="청소년의 생활 연구", container_title="한국사회", volume="50", issue="1", page="41-74"),
    ),
    (
        "홍가람·김나무 (2017). 매체와 참여. <한국언론>, 61권 6호, 318-353.",
        want(title="매체와 참여", container_title="한국언론", volume="61", issue="6", page="318-353"),
    ),
    (
        "조가람, 󰡔한국 소설󰡕, 서울: 가나출판사, 2012, 45~67면.",
        want(title="한국 소설", publisher="가나출판사", publisher_place="서울", page="45-67", type="book"),
    ),
    (
        "푸코, 미셸(Foucault, Michel). 2014. 다른 공간. 이가람 역. 가나출판사.",
        want(author=["푸코 미셸"], translator=["이가람"], title="다른 공간", publisher="가나출판사", issued="2014"),
    ),
    (
        "샤를로테 블로크, 2019, 『열정』, 김가람 옮김, 갈무리(Charlotte Bloch, 2016, Passion and Culture, Routledge).",
        want(
            translator=["김가람"],
            publisher="갈무리",
            original_title="Charlotte Bloch, 2016, Passion and Culture, Routledge",
        ),
    ),
    (
        "권가람, 2020, 「소설의 공간」, 동아대학교 박사학위논문.",
        want(type="thesis", genre="박사학위논문", publisher="동아대학교"),
    ),
    (
        "「원탁회의(上)」, 『조선일보』, 1937년 1월 4일, 19면.",
        want(author=None, type="article-newspaper", container_title="조선일보", issued="1937-1-4", page="19"),
    ),
    ("이가람 외 3인, 『말과 사회』, 한국문화사, 2003.", want(author=["이가람"], publisher="한국문화사")),
    ("백가람 편, 『민족이란』, 창작사, 1981.", want(author=None, editor=["백가람"], title="민족이란")),
    (
        "최가람, 「말의 뜻」, 『말모이』, 한기람 외 편, 나라출판부, 2006.",
        want(type="chapter", editor=["한기람"], container_title="말모이", publisher="나라출판부"),
    ),
    ("김가람, 「문학의 앞날」, 『문학마을』 2015년 가을호(통권 84호), 12~34쪽.", want(issue="84", issued="2015")),
    ("통계청. 2020. 『인구조사』. 통계청.", want(author=["통계청"], publisher="통계청")),
    (
        "나라연구원, 『여행조사』, 2020, 검색일: 2021.03.02, https://know.tour.go.kr/stat",
        want(accessed="2021-3-2", URL="https://know.tour.go.kr/stat", issued="2020"),
    ),
    ("단기 4288년, 김가람, 『봄』, 한성도서.", want(issued="1955")),
    ("李光洙, 「文學이란」, 『每日申報』, 1916. 11. 10.", want(author=["李光洙"], issued="1916-11-10")),
    (
        "오가람, 김나무 (2013), 강과 정치, 환경연구, 제17권 제1호, 163-232쪽.",
        want(volume="17", issue="1", title="강과 정치"),
    ),
    (
        "권보람·천가람, 1960년을 묻다, 가나출판사, 2012.",
        want(title="1960년을 묻다", publisher="가나출판사", issued="2012"),
    ),
    ("김가람, 「글」, 『학보』 제5집 제2권, 2001, 1-20쪽.", want(volume="5", issue="2", page="1-20")),
    ("김가람, 「글」, 『학보』 제12권 특별호, 2001, 1-20쪽.", want(volume="12", issue="특별호", publisher=None)),
    ("김가람, 「글」, 학보 12, no. 3, 2001, pp. 1-20.", want(container_title="학보", volume="12", issue="3")),
]

JAPANESE = [
    (
        "夏目漱石『こころ』岩波書店、1914（大正3）年。",
        want(author=["夏目漱石"], title="こころ", publisher="岩波書店", issued="1914"),
    ),
    (
        "鈴木太郎「学校の歴史」『教育紀要』第四四巻第一号、平成二七年、三六～四三頁。",
        want(container_title="教育紀要", volume="44", issue="1", page="36-43", issued="2015"),
    ),
    (
        "鈴木太郎「学校の歴史」（『教育紀要』第３巻第１号、令和２年）三一～四二頁。",
        want(volume="3", issue="1", page="31-42", issued="2020"),
    ),
    (
        "田中 一郎・佐藤 花子（2015）．気持ちの研究，その後　心理研究，86(3)，201-210．",
        want(author=["田中 一郎", "佐藤 花子"], title="気持ちの研究，その後", container_title="心理研究", volume="86"),
    ),
    (
        "山田太郎，鈴木花子：画像の認識，情報論文誌，Vol.58，No.3，pp.123-130（2017）．",
        want(
            author=["山田太郎", "鈴木花子"], title="画像の認識", container_title="情報論文誌", issue="3", issued="2017"
        ),
    ),
    (
        "中村覚,宮本隆史. 倉庫の構築, 倉庫学会誌, Vol.3, No.2, pp.207-210, 2019年3月. （査読有）",
        want(title="倉庫の構築", container_title="倉庫学会誌", volume="3", issue="2", issued="2019-3"),
    ),
    (
        "武田史郎. 取引の効果. 環境科学会誌. 2017, vol. 30, no. 2, p. 141-149.",
        want(title="取引の効果", container_title="環境科学会誌", volume="30", issue="2", page="141-149"),
    ),
    (
        "有村俊秀. “取引の効果”. 環境経済の分析. 有村俊秀, 川瀬剛志編. 大学出版会, 2012, p. 15-36.",
        want(type="chapter", editor=["有村俊秀", "川瀬剛志"], container_title="環境経済の分析", publisher="大学出版会"),
    ),
    (
        "大山道広「市場と貿易」岡田章・神谷和也編『経済学の潮流』（経済社、1999年）3-34頁。",
        want(editor=["岡田章", "神谷和也"], container_title="経済学の潮流", publisher="経済社", page="3-34"),
    ),
    ("ドーア、ロナルド著、山之内靖・永易浩一訳(1987)『工場』筑摩書房", want(author=["ドーア、ロナルド"])),
    ("M・フーコー著、渡辺守章訳『性の歴史』新潮社、1986年。", want(author=["M・フーコー"], translator=["渡辺守章"])),
    ("山本三郎『論点』東京・岩波書店、昭和60年。", want(publisher_place="東京", publisher="岩波書店", issued="1985")),
    ("佐藤花子「雑誌文化」（博士論文、東京大学、2010年）。", want(type="thesis", publisher="東京大学", issued="2010")),
    ("一川誠. 「時間」を科学する. 研究所出版, 2016.", want(title="「時間」を科学する", publisher="研究所出版")),
    (
        "木村覚. 『往復』を中心とした倉庫の構築, 文書館紀要, No.35, pp.30-43, 2017年3月.",
        want(title="『往復』を中心とした倉庫の構築", container_title="文書館紀要", issue="35"),
    ),
    (
        "高橋 雅延（2011）．記憶の心理　太田 信夫・厳島 行雄（編）　記憶と日常（pp. 1-20）　北大路書房",
        want(editor=["太田 信夫", "厳島 行雄"], container_title="記憶と日常", publisher="北大路書房", page="1-20"),
    ),
    ("高橋哲哉ほか「責任再論」『世界』第700号、2002年4月号、45-60頁。", want(issue="700", issued="2002-4")),
    (
        "文部科学省「学校調査」2020年 https://www.mext.go.jp/ （2021年5月1日閲覧）。",
        want(accessed="2021-5-1", type="webpage"),
    ),
]

CHINESE = [
    (
        "张三, 李四. 城市化研究[J]. 地理学报, 2015, 70(3): 123-135.",
        want(
            author=["张三", "李四"],
            title="城市化研究",
            container_title="地理学报",
            volume="70",
            issue="3",
            page="123-135",
        ),
    ),
    (
        "费孝文. 乡土[M]. 2版. 北京: 北京大学出版社, 2012: 24-30.",
        want(type="book", publisher_place="北京", edition="2版"),
    ),
    ("王小明. 虚词研究[D]. 上海: 复旦大学, 2010.", want(type="thesis", publisher="复旦大学")),
    (
        "新华社. 增长报告[EB/OL]. (2020-01-17)[2020-05-01]. http://www.x.com/2020.htm.",
        want(issued="2020-1-17", accessed="2020-5-1"),
    ),
    (
        "李明：《论小说》，《文学评论》2002年第3期，第12-20页。",
        want(title="论小说", container_title="文学评论", issue="3", page="12-20"),
    ),
    (
        "王国安：《词话》，上海：上海古籍出版社1998年版，第12页。",
        want(publisher="上海古籍出版社", issued="1998", page="12"),
    ),
    (
        "李红, 张伟. 图像识别[C]//计算机学会. 会议论文集. 北京: 清华大学出版社, 2018: 45-52.",
        want(container_title="会议论文集"),
    ),
]


@pytest.mark.parametrize(("raw", "wanted"), KOREAN, ids=[raw[:18] for raw, _ in KOREAN])
def test_korean_conventions_are_read(raw, wanted):
    check(raw, **wanted)


@pytest.mark.parametrize(("raw", "wanted"), JAPANESE, ids=[raw[:18] for raw, _ in JAPANESE])
def test_japanese_conventions_are_read(raw, wanted):
    check(raw, **wanted)


@pytest.mark.parametrize(("raw", "wanted"), CHINESE, ids=[raw[:18] for raw, _ in CHINESE])
def test_chinese_conventions_are_read(raw, wanted):
    check(raw, **wanted)


OTHERS = [
    ("대법원 2010. 5. 13. 선고 2009다12345 판결.", want(type="legal_case", number="2009다12345", issued="2010-5-13")),
    (
        "最大判昭和48・4・4刑集27巻3号265頁",
        want(type="legal_case", container_title="刑集", page="265", issued="1973-4-4"),
    ),
    ("「저작권법」, 법률 제17588호, 2020.12.8., 일부개정.", want(type="legislation", number="17588", title="저작권법")),
    ("봉가람 감독, <기생>, 바른영화, 2019.", want(type="motion_picture", author=["봉가람"], title="기생")),
]


@pytest.mark.parametrize(("raw", "wanted"), OTHERS, ids=[raw[:12] for raw, _ in OTHERS])
def test_judgments_laws_and_films_are_told_from_books(raw, wanted):
    check(raw, **wanted)


@pytest.mark.parametrize("joint", ["\n", " "])
def test_a_search_engine_paste_is_read_on_two_lines_and_on_one(joint):
    check(
        f"한일 교류의 전망-민간을 중심으로{joint}윤가람 - 일본학보, 2023 - dbpia.co.kr",
        author=["윤가람"],
        title="한일 교류의 전망-민간을 중심으로",
        container_title="일본학보",
        issued="2023",
    )


def test_names_are_parted_in_the_model_and_printed_as_they_were():
    reference = parse("남궁민수·김현, 「말」, 『글』 1, 2001.")
    assert [(name.family, name.given) for name in reference.authors] == [("남궁", "민수"), ("김", "현")]
    item = to_csl(reference)
    assert item["author"] == [{"literal": "남궁민수"}, {"literal": "김현"}]
    assert item["custom"]["author-parts"][0] == {"family": "남궁", "given": "민수"}


def test_japanese_names_are_parted_with_and_without_a_blank():
    solid = parse("長谷川寿一・林創「題」『誌』1号、2001年。")
    assert [(name.family, name.given) for name in solid.authors] == [("長谷川", "寿一"), ("林", "創")]
    apart = parse("劉 嵩・岩本 康志（2001）．題　経済誌，1(2)，3-4．")
    assert to_csl(apart)["author"] == [{"family": "劉", "given": "嵩"}, {"family": "岩本", "given": "康志"}]


def test_a_line_break_between_kanji_is_no_blank_and_one_between_words_is():
    assert parse("鈴木太郎「学校\nの歴史」『教育\n紀要』1号、2015年。").container_title.value == "教育紀要"
    assert parse("김가람, 「근대\n소설」, 『학보』 1, 2001.").title.value == "근대 소설"


@pytest.mark.parametrize(
    ("raw", "language"),
    [
        ("김가람, 『책』, 가나출판사, 2001.", "ko"),
        ("夏目漱石『こころ』岩波書店、1914年。", "ja"),
        ("武田史郎『経済学』第1巻、1999年。", "ja"),
        ("费孝文. 乡土[M]. 北京: 商务, 2012.", "zh"),
        ("陳寅恪，《柳如是別傳》，上海古籍出版社，1980。", "zh"),
    ],
)
def test_the_language_is_told(raw, language):
    assert parse(raw).language == language


def test_the_other_script_of_a_name_is_kept_beside_it():
    reference = parse("이가람(李佳藍), 『책』, 가나출판사, 2016.")
    assert reference.authors[0].original == "李佳藍"
    assert reference.authors[0].family == "이"


def test_a_second_entry_in_the_same_string_is_marked_and_left_out():
    reference = parse(
        '김가람, "하나," 통신학회지, 제33권, 제12호, pp. 41-47, 2016. 이나무, "둘," 전자지, vol.29, no.3, 2017.'
    )
    assert reference.title.value == "하나"
    assert reference.pages.value == "41-47"
    assert "entries run together" in {problem.kind.value for problem in reference.problems}


@pytest.mark.parametrize(
    "raw",
    [
        "Kim, S., & Lee, H. (2014). Legacies of Colonialism. East Asian Politics, 12(3), 89–104.",
        "Yanagida Seizan 柳田聖山. “Den hōbō ki to sono sakusha.” Zengaku kenkyū 53 (1963): 46-71.",
        "2014",
        "",
        "http://example.org/2014",
    ],
)
def test_what_is_not_korean_japanese_or_chinese_is_left_to_the_other_parser(raw):
    assert parse(raw) is None


def test_an_english_title_in_a_korean_entry_stays_with_these_rules():
    check(
        "박가람, 'Music and Narrative in Late Film,' 현대영화, 제14권, 제4호, pp.49-81, 2018.",
        title="Music and Narrative in Late Film",
        container_title="현대영화",
        volume="14",
    )


def test_a_work_without_date_says_so_and_nothing_is_guessed():
    reference = parse("김가람, 「앞으로 나올 글」, 『학보』, 게재예정.")
    assert reference.date is None
    assert reference.status.value == "게재예정"
    assert parse("김가람, 「글」, 『학보』.").date is None


def test_the_type_of_a_book_is_told_from_that_of_an_article():
    assert parse("김가람, 『책』, 가나출판사, 2001.").type is WorkType.BOOK
    assert parse("김가람, 「글」, 『학보』 12, 2001.").type is WorkType.ARTICLE_JOURNAL


def test_a_year_in_brackets_and_han_characters():
    found = parse("岡本澄（二〇〇三）『機織りの村』青潮社。")
    assert found is not None
    assert (found.year, found.title.value) == (2003, "機織りの村")
    assert found.date.span.of(found.raw) == "二〇〇三"
