"""Who is said to say what, in three languages."""

from __future__ import annotations

import pytest

from kjaudit.language.attribution import Voice
from kjaudit.language.reading import reading


@pytest.fixture
def heard(document):
    def of(text):
        read = reading(document(text))
        return [(item.voice, item.span.of(text)) for sentence in read.sentences for item in sentence.attributions]

    return of


NAMED, ANONYMOUS, IMPERSONAL = Voice.NAMED, Voice.ANONYMOUS, Voice.IMPERSONAL


@pytest.mark.parametrize(
    ("text", "voice", "words"),
    [
        ("Critics point to gaps.", ANONYMOUS, "Critics point to"),
        ("Some fans prefer local stars.", ANONYMOUS, "Some fans prefer"),
        ("Landlords complain that rents fall.", ANONYMOUS, "Landlords complain"),
        ("Industry reports indicate growth.", ANONYMOUS, "Industry reports indicate"),
        ("A recent study found that half left.", ANONYMOUS, "A recent study found"),
        ("The move was seen as a warning.", IMPERSONAL, "was seen as"),
        ("It is widely believed that it works.", IMPERSONAL, "It is widely believed that"),
        ("Professor Park noted that it rained.", NAMED, "Professor Park noted"),
        ("“It rains,” said the minister.", NAMED, "said the minister"),
        ("Observers say that it will hold.", ANONYMOUS, "Observers say"),
        ("Observers point out that it held.", ANONYMOUS, "Observers point out"),
        ("Insiders believe that it fails.", ANONYMOUS, "Insiders believe"),
        ("Proponents argue that it works.", ANONYMOUS, "Proponents argue"),
        ("Others in the trade say that it is over.", ANONYMOUS, "Others in the trade say"),
        ("Everyone knows that it is over.", IMPERSONAL, "Everyone knows"),
        ("Its director, Seo Jin-woo, said the sum was small.", NAMED, "Seo Jin-woo, said"),
        ("“It is small,” said its chair, Tomas Reuel.", NAMED, "said its chair, Tomas Reuel"),
        ("Mina herself says that it is over.", NAMED, "Mina herself says"),
        ("The regional water board said that it rained.", NAMED, "The regional water board said"),
        ("현대차는 공장을 닫는다고 밝혔다.", NAMED, "현대차는 공장을 닫는다고 밝혔다"),
        ("업계에서는 이를 취향의 경제라고 부른다.", ANONYMOUS, "업계에서는 이를 취향의 경제라고 부른다"),
        ("그 효과는 널리 인정되고 있다.", IMPERSONAL, "널리 인정되고 있다"),
        ("北浜交通は昨日、三路線を廃止すると発表した。", NAMED, "北浜交通は昨日、三路線を廃止すると発表した"),
        ("JNTO data shows a rise.", NAMED, "JNTO data shows"),
        ("According to the Riverside Chamber, it rained.", NAMED, "According to the Riverside Chamber"),
        ("전문가들은 제도가 실패했다고 지적한다.", ANONYMOUS, "전문가들은 제도가 실패했다고 지적한다"),
        ("예산이 부족하다는 지적이 제기된다.", IMPERSONAL, "지적이 제기된다"),
        ("통계청에 따르면 인구는 줄었다.", NAMED, "통계청에 따르면"),
        ("한 조사에 따르면 인구는 줄었다.", ANONYMOUS, "한 조사에 따르면"),
        ("関係者によると、橋は遅れている。", ANONYMOUS, "関係者によると"),
        ("この橋は最古とされている。", IMPERSONAL, "とされている"),
        ("総務省によると、人口は減った。", NAMED, "総務省によると"),
        ("効果は限定的との見方が強い。", IMPERSONAL, "との見方が強い"),
    ],
)
def test_a_source_and_its_voice(heard, text, voice, words):
    assert heard(text) == [(voice, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The critics of the plan met on Friday.",
        "To describe the mill, we went there.",
        "He said that it rained.",
        "Some claims are odd.",
        "Of 312 respondents, 61 percent agreed.",
        "“Critics say it is over,” she thought.",
        "그는 “전문가들은 늘 그렇게 말한다”고 했다.",
        "彼は「関係者によると遅れている」と思った。",
    ],
)
def test_definite_groups_pronouns_and_quoted_words_are_left_alone(heard, text):
    assert heard(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Islanders were told of the decision.",
        "Farmers along the lower Arle were told to wait.",
        "박물관은 1999년 5월 20일에 개관하였다.",
        "시민들의 불안은 갈수록 커지고 있다.",
        "市民は用水を心のふるさとと考えている。",
    ],
)
def test_who_is_told_what_opens_and_what_a_public_feels_are_no_sources(heard, text):
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Susan Ryan said the gate was open.", "Susan Ryan said"),
        ("The Guardian reported that the scheme was dead.", "The Guardian reported"),
        ("할머니는 그해 겨울을 이렇게 회고했다.", "할머니는 그해 겨울을 이렇게 회고했다"),
        (
            "이장 정복례 씨는 “우물이 마른 까닭을 모른다”며 목소리를 높였다.",
            "이장 정복례 씨는 “우물이 마른 까닭을 모른다”며 목소리를 높였다",
        ),
        ("시청 관계자는 “예산이 모자라다”라고 말했다.", "시청 관계자는 “예산이 모자라다”라고 말했다"),
        ("大野さんは「鍵を返すのがつらかった」と目を細めた。", "大野さんは「鍵を返すのがつらかった」と目を細めた"),
        ("総務省の調査で、単身世帯が最も多いのは東京都だった。", "総務省の調査で、"),
    ],
)
def test_people_and_bodies_that_a_name_an_office_or_a_quotation_shows(heard, text, cue):
    assert [(voice, words) for voice, words in heard(text)] == [(Voice.NAMED, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "The museum holds more than 12,000 glass plates.",
        "서기는 장부의 이름을 옮겨 적었다.",
        "그날은 여느 때보다 많은 손님이 들었다.",
        "Recently the Ministry asked us to share our logs.",
        "Ferrant wrote six novels about the canal.",
        "소설가 한도연은 이 마을을 무대로 단편을 썼다.",
        "作家の遠野径は路地の小説を書いた。",
    ],
)
def test_who_owns_asks_for_or_writes_something_is_no_source(heard, text):
    assert heard(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "여러 연구에서 소음이 수면을 해친다는 점이 지적되었다.",
        "다수의 조사에서 같은 경향이 확인된 바 있다.",
        "先行研究では騒音と睡眠の関連が報告されている。",
        "多くの研究が、その効き目を明らかにしてきた。",
    ],
)
def test_studies_that_nobody_names_are_an_unnamed_source(heard, text):
    assert [voice for voice, _ in heard(text)] in ([Voice.IMPERSONAL], [Voice.ANONYMOUS])


@pytest.mark.parametrize("text", ["이 연구에서 소음의 영향이 확인되었다.", "本研究では騒音との関連が確認された。"])
def test_the_studys_own_results_are_none(heard, text):
    assert heard(text) == []
