"""
Words that tell what a run of a Korean, Japanese or Chinese reference is.

Compiled from the reference lists of Korean and Japanese journals, the words of SIST 02 (Japan) and GB/T 7714 (China),
and general knowledge; an entry stands at the end of a name unless its table says otherwise.
"""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


ORGANISATION = re.compile(
    rf"""(?:{
        _any('''
    학회 연구소 연구원 연구회 연구단 연구팀 위원회 편집부 편집위원회 편찬실 편찬위원회 공사 공단 재단 협회 협의회
    대학 대학교 대학원
    출판부 정부 센터 기구 교육부 문화부 통계청 재단법인 学会 學會 研究所 研究会 研究院 委員会 委员会 編集部 編纂室
    協会 协会 省 庁 会議
    株式会社 センター 大学 大學 機構 出版社 新聞社 図書館 局 部 署 組合 連盟 財団 銀行 UNESCO OECD WHO UNWTO KDI KBS
    MBC NHK
    Committee Institute Association Organization Inc. Ltd. Corp.
    ''')
    }|[가-힣]{{2,20}}(?:{_any("부 처 청 원 회 국 사 당 관 단 팀 실 신문 일보 방송 은행 그룹 연합 연대 총회")}))$"""
)
"""Ends of the names of bodies."""

FOREIGN_SYLLABLES = frozenset("스트르드크프브즈츠흐쉬디티키케테페셰쇼켈펠텔렐벨멜넬첼셸웰윌톰릭맥빅잭닉믹슈튀뤼퀴")
"""Syllables that spell foreign names and hardly ever stand in a Korean one."""

REVISED = (
    "(?:"
    + _any(
        """
    개정 전면개정 전정 수정 증보 개정증보 신정 최신 개고 보정 신수 영인
    改訂 増補 新装 新訂 全訂 補訂 増訂 再訂 三訂 修訂 訂正 改正 改定 新修 決定 復刻 縮刷 普及 文庫 愛蔵 完全 新
    修订 增订 改訂増補 増補改訂 改訂新 影印
    """
    )
    + ")"
)
"""Words of revision, before "판" or "版" or a number with it, as the source of a pattern."""

THESIS = re.compile(
    r"(?:[가-힣]{0,8}?(?:박사|석사)\s*(?:학위\s*)?(?:청구\s*)?논문|학위\s*논문"
    r"|(?:博士|修士)(?:学位|學位)?(?:請求)?(?:論文|论文)|(?:硕士|博士|碩士)(?:学位|學位)?(?:论文|論文)"
    r"|(?:Ph\.?\s?D\.?|Master'?s?|Doctoral)\s*(?:thesis|dissertation)?)"
)
UNIVERSITY = re.compile(r"대학|大学|大學|학교|[Uu]niv|연구원|연구소")

PUBLISHER = re.compile(
    rf"""(?:{
        _any('''
    출판 출판사 출판부 출판문화원 문화사 문고 서점 서원 서림 출판회 미디어 북스 하우스 프레스 창비 문학과지성사
    문학동네 출판국 출판협회
    出版 出版社 出版会 出版部 出版局 出版センター 書店 書房 書院 書林 書館 文庫 新書 新聞社 印刷所 館 社 堂 閣 房
    ブックス プレス
    Press Books 印书馆 书店 书局 書局
    ''')
    }|[가-힣]{{1,6}}(?:당|관|방|각|사|원)|Publish\w*)$"""
)
"""Ends of the names of publishing houses."""

_PLACES = """
    서울 서울시 부산 대구 대전 광주 인천 파주 고양 춘천 전주 제주 수원 용인 성남 경기 평양 경성 도쿄 동경 베이징
    북경 東京 東京都 京都 大阪 名古屋 神戸 横浜 仙台 札幌 福岡 京城 漢城 平壤 北京 上海 天津 南京 广州 廣州 武汉
    成都 西安 台北 臺北 香港 長春 济南 濟南 杭州
    """
PLACES = frozenset(_PLACES.split())
"""Places of publication that lists print before a publisher."""

IN = re.compile(rf"(?:in:?|In|{_any('수록 收於 收入 載 所収 所收 より')})\s*[:：]?\s*")
"""Words before the title of a container."""

NEWSPAPER = re.compile(
    rf"(?:{_any('신문 일보 新聞 日報 申報 申报 한겨레 타임스 경제 뉴스 朝日 毎日 読売 日经 晚报')})$"
)
_REPORTS = _any(
    """
    보도자료 연구보고서 정책보고서 조사보고서 결과보고서 최종보고서 용역보고서 정책연구 연구보고 정책자료 정책자료집
    연구자료 조사자료 통계자료 이슈리포트 이슈페이퍼 이슈브리프 워킹페이퍼 정책연구시리즈 연구용역보고서
    기술보고서 수시과제 기본연구 현안연구 고시 훈령 예규
    調査報告書 研究報告書 報告書 成果報告書 ディスカッションペーパー ワーキングペーパー 報道発表資料
    プレスリリース 告示 通知
    """
)
REPORT = re.compile(
    rf"(?:^|(?<=[\sA-Za-z])|(?<=[一-鿿])(?=[調研報成]))"
    rf"(?:{_REPORTS}|[Ww]orking [Pp]apers?|[Dd]iscussion [Pp]apers?|[Tt]echnical [Rr]eports?)"
    r"(?:\s?시리즈|シリーズ)?$"
)
"""Ends of the words for a report, paper of an institute or notice."""

_SERIES = _any(
    """
    총서 문고 신서 선서 선집 시리즈 叢書 双書 文庫 新書 選書 全書 大系 講座 ブックス ライブラリー コンメンタール
    シリーズ     クラシックス
    """
)
SERIES = re.compile(rf"(?:{_SERIES})(?:\s?\d{{1,4}})?$")
"""Ends of the names of series of books."""

PART = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}|[上中下상중하][권卷巻]?|[前後전후](?:[편編篇])|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]"
)
"""A part of a work in several volumes."""

REGNAL = re.compile(
    r"[가-힣\u4e00-\u9fff]{1,12}\s?(?:元|\d{1,2})?\s?[년年][가-힣\u4e00-\u9fff\d\s]{0,16}[월일조月日條条朔](?:\s?[가-힣\u4e00-\u9fff]{2})?"
)
"""A day in the reign of a ruler: where annals print what is cited ("고종 34년 10월 13일", "天平勝宝四年四月乙酉条")."""

CONFERENCE = re.compile(
    _any(
        """학술대회 학술발표 발표대회 학술회의 발표논문집 大会 発表論文集 講演論文集 予稿集 シンポジウム 研究会資料
        Proceedings 会议
        論文集"""
    )
)
NOISE = re.compile(
    rf"""(?:{
        _any('''
    일부개정 전부개정 제정 시행
    특집 特集 朝刊 夕刊 付 付け 付朝刊 付夕刊 付け朝刊 付け夕刊 조간 석간 号外 電子版 以下 이하 항목
    放送 放映 방영 방송 公表 発表 公開 掲載 발표 공표 게재
    별쇄본 未刊 未刊行 미간행 영인본 影印本 참조 所収 외 等 など 년 年 月 수정 쪽
    호 号 상 중 하 上 中 下
    ''')
    }|(?:봄|여름|가을|겨울|春|夏|秋|冬)(?:季)?(?:\s?[호号])?|第?\d{{1,3}}次"""
    r"""|[上中下상중하](?:·[上中下상중하])+|[\d.~\- ]+|[A-Z])$"""
)
"""Whole runs that belong to no field."""

STATUS = re.compile(
    r"각\s?[년연]도|각\s?호|各年度?版?|各号|게재\s?예정|출판\s?예정|출간\s?예정|인쇄\s?중|印刷中|近刊|刊行予定|掲載予定|投稿中|미출간|연도\s?미상|간행년\s?미상"
    r"|n\.d\.|刊行年不明|出版年不明|待刊|即将出版|forthcoming|in press"
)
"""What stands where there is no date."""

ACCESS = (
    r"(?:최종\s?)?(?:검색|접속|접근|열람|방문|인출|조회|참조|확인)(?:일자?|(?=\s?[:：]|\s?\d{4}))"
    r"|(?:最終)?(?:アクセス|閲覧|確認|参照|取得)(?:日|(?=\s?[:：]|\s?\d{4}))|検索日"
    r"|检索日期|访问日期|访问时间|引用日期|[Aa]ccessed(?:\s+on)?|[Rr]etrieved(?:\s+on)?|[Ll]ast\s+accessed"
)
"""Words before the date of access, as the source of a pattern."""

ACCESS_AFTER = r"(?:최종\s?)?(?:검색|접속|접근|열람|방문|인출|조회|확인)|(?:最終)?(?:閲覧|アクセス|参照|取得|確認)|检索"
"""Words after the date of access, as the source of a pattern."""
