"""Words that say what stands beside them, by language: marks of editors, volumes, pages, theses, presses and so on."""

from __future__ import annotations

from types import MappingProxyType

_CLASSES = {
    "ed": (
        "ed eds edr edrs edit editor editors edited editing hrsg hrsgg hg hgg herausgegeben "
        "herausgeber herausgeberin éd éds édit éditeur éditeurs dir directeur dirs coord "
        "coords coordinador org orgs organizador red redaktion bearb curatore curatori cura "
        "comp comps compiler compiled compilador sous 편 편저 편자 엮음 엮은이 외편 編 編著 編集 監修 主編 主编 编"
    ),
    "trans": (
        "trans transl translated translator translators übers übersetzt übersetzung trad "
        "traduit traduction traducción traduzione tradução traductor traduttore tr övers vert "
        "역 옮김 역주 공역 번역 訳 譯 译 監訳 共訳 訳者"
    ),
    "by": "by von par di durch por da",
    "in": "in dans en im",
    "vol": (
        "vol vols volume volumes bd bde band bände jg jahrg jahrgang jahrgänge tome tomes "
        "tomo tomi t v vol. årg godina r 권 卷 巻 집 輯 集 통권"
    ),
    "no": (
        "no nos nr nrs num núm numéro número numero number heft h issue iss n n° nº hft fasc "
        "fascicule fascicolo quaderno cahier č вып № 호 号 號 期 통호"
    ),
    "ord": "제 第",
    "pp": ("pp p pg pgs page pages seite seiten s pag pagg págs pág sid str стр с ff f fol fols 쪽 면 頁 页 ページ"),
    "press": (
        "press verlag verl publisher publishers publishing publications presses editore "
        "editori edizioni éditions édition editions editorial editora ediciones books sons "
        "inc ltd llc gmbh co company corporation verlagsgesellschaft buchhandlung "
        "verlagsanstalt druckerei imprimerie librairie libreria librería tipografia stamperia "
        "druck förlag forlag uitgeverij wydawnictwo izdatelstvo kiadó yayınları 출판사 출판부 출판 "
        "문화사 서점 書店 出版社 出版 書房 出版会 新社 文庫"
    ),
    "uni": (
        "university universität universiteit université università universidad universidade "
        "universitat universitet univ college institute institut instituto istituto école "
        "school department dept faculty fakultät laboratory center centre academy akademie "
        "académie 대학교 대학 대학원 연구소 연구원 大学 大學 研究所 研究院 学院"
    ),
    "org": (
        "ministry organization organisation association associates committee commission "
        "council bank agency office bureau government federation foundation union society "
        "group collaboration consortium ministerium bundesministerium ministère ministerio "
        "ministero bundesamt amt board authority administration service trust nations conseil "
        "comité collectif assemblée observatoire bundesregierung senat senatsverwaltung "
        "gesellschaft verein stiftung partei redaktion kommission arbeitsgemeinschaft "
        "arbeitskreis arbeitsgruppe landtag bundestag consejo comisión asociación fundación "
        "gobierno associazione fondazione comune regione consiglio commissione parliament "
        "court church museum library survey forum network alliance project corps congress "
        "staff team secretariat chamber league party company corporation ltd inc gmbh llc "
        "corp plc forschungsgruppe bundesanstalt landesamt verband bund projektgruppe "
        "autorengruppe équipe équipes unesco"
    ),
    "month": (
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april "
        "june july august september october november december januar jänner februar märz mai "
        "juni juli oktober dezember janvier février mars avril juin juillet août septembre "
        "octobre novembre décembre gennaio febbraio marzo aprile maggio giugno luglio agosto "
        "settembre ottobre dicembre enero febrero abril mayo junio julio septiembre octubre "
        "noviembre diciembre janeiro fevereiro março maio junho julho setembro outubro "
        "dezembro 월 月"
    ),
    "season": (
        "spring summer autumn fall winter frühjahr frühling sommer herbst printemps été "
        "automne hiver primavera estate autunno inverno 봄 여름 가을 겨울 봄호 여름호 가을호 겨울호"
    ),
    "year": "년 年 연도",
    "and": "and und et y e och en i ja ve & 및 와 과",
    "al": "al others outros otros autres altri alii u.a a 외 他 ほか 等",
    "thesis": (
        "thesis theses dissertation diss phd ph master masters magisterarbeit masterarbeit "
        "diplomarbeit habilitation habilitationsschrift habil doctoral doctorat thèse mémoire "
        "tesis tese tesi proefschrift avhandling "
        "학위논문 박사학위논문 석사학위논문 박사 석사 박사논문 석사논문 修士論文 博士論文 "
        "学位論文 硕士 博士"
    ),
    "proc": (
        "proceedings proc conference conf workshop symposium congress meeting actes tagung "
        "colloque colloquium seminar convegno congreso congresso atti kongress konferenz 학술대회 "
        "논문집 大会 会議 シンポジウム 予稿集"
    ),
    "journal": (
        "journal j zeitschrift ztschr zs review rev revue bulletin bull annals ann annales "
        "archives arch archiv transactions trans letters lett rivista revista quarterly "
        "jahrbuch jahrbücher jb vierteljahrsschrift vierteljahrschrift magazine studies studi "
        "studien cahiers nachrichten berichte mitteilungen beiträge blätter archivio giornale "
        "annali proceedings tidskrift tijdschrift "
        "acta 학회지 학보 논총 연구 학회논문지 논문지 저널 学報 學報 研究 雑誌 "
        "杂志 学刊 紀要 論集 学会誌"
    ),
    "news": (
        "times post zeitung news herald tribune guardian zeit monde figaro repubblica "
        "corriere spiegel daily gazette 신문 일보 新聞 日報"
    ),
    "web": (
        "url available retrieved accessed access online abgerufen zugriff letzter stand "
        "verfügbar consulté consultato consultado acceso disponible disponibile disponível "
        "internet website web homepage 검색일 접속일 閲覧 閲覧日 最終閲覧"
    ),
    "id": "doi arxiv isbn issn pmid pmcid eprint urn hdl handle id",
    "report": (
        "report reports rep tech technical working paper papers memo memorandum series "
        "discussion preprint manuscript reihe schriftenreihe arbeitspapier bericht "
        "forschungsbericht rapport informe relazione 보고서 총서 報告書 叢書"
    ),
    "edn": (
        "edition edn editions aufl auflage ausg ausgabe édition edición edizione edição "
        "reprint reprinted rpt repr nachdr nachdruck neudruck revised rev erw überarb "
        "expanded facsimile 판 개정판 증보판 版 改訂版"
    ),
    "press2": "forthcoming press submitted appear erscheint druck unpublished unveröffentlicht 근간",
    "legal": (
        "bgh bverfg bgbl njw rn rdnr rz az urt urteil beschl beschluss art abs para section "
        "vs act statute stat supp court case cir ecr egmr eugh bge ogh"
    ),
    "back": "hierzu dazu etwa ibid ebd ders dies idem supra cf vgl siehe see op cit loc",
    "of": ("of for the on für der die das des zur zum pour la le les del della delle dei degli do dos"),
}

KEYWORDS = MappingProxyType(
    {
        word: tuple(name for name, words in _CLASSES.items() if word in set(words.split()))
        for word in {word for words in _CLASSES.values() for word in words.split()}
    }
)
"""Case-folded word -> its classes, in the order of the table. Our own list, after the styles of each language."""
