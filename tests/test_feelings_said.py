"""A feeling or criticism said outright counts by itself; one of somebody else, of yesterday or denied does not."""

import pytest
from by_the_rubric import CALM, bared, level


def of_one(said: str, spoken: bool) -> int:
    """The level of a calm call in which this is said."""
    return level(CALM.format(bared(said) if spoken else said))


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ik ben degene die d'r kwaad om is.", 1),
        ("Ik ben boos.", 1),
        ("Daar ben ik best wel boos over.", 1),
        ("We zijn hier echt woest met z'n allen.", 1),
        ("Kwaad ben ik.", 1),
        ("Dat is niet eerlijk.", 1),
        ("Dat vind ik zo pijnlijk.", 1),
        ("Dat komt hard aan.", 1),
        ("Ik heb er de hele nacht mee in mijn hoofd gezeten.", 1),
        ("Ik doe de post al niet meer open.", 1),
        ("Ge kunt er niet op rekenen bij jullie.", 2),
        ("Op jullie kun je ook niet bouwen.", 2),
        ("Bij de gemeente kun je nergens op rekenen.", 2),
        ("Wat een flauwekul van jullie.", 2),
        ("Het is niet tegen u hoor, maar wat een zooitje.", 2),
        ("Jij zit daar zeker gewoon je uren vol te maken.", 3),
        ("Heeft u er eigenlijk wel voor doorgeleerd?", 3),
        ("Doe es wakker worden, kind.", 3),
        ("U bent net zo'n trut als die van gisteren.", 3),
        ("Wat ben jij een hufter zeg.", 3),
        ("Dat vind ik niet netjes geregeld van jullie.", 2),
        ("Ik weet wel waar jullie 's avonds uit dat poortje komen.", 4),
        ("Zeg, vertel eens of je wel een bh draagt onder dat truitje.", 4),
        ("Als je me een zoen geeft hang ik op.", 4),
    ],
)
def test_what_is_said_outright_counts_though_nobody_answers_it(said, expected, spoken):
    assert of_one(said, spoken) == expected


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Ik heb artrose en dat is heel pijnlijk.",
        "Lopen vind ik zo pijnlijk.",
        "Ik krijg de brieven niet open in mijn berichtenbox.",
        "Ik doe de post niet meer open, dat gaat nu naar de bewindvoerder.",
        "Ik ben zelf ook wel boos geweest, maar dat is over.",
        "Ik ben boos geworden op mijn zoon, hij gooide de brief weg.",
        "Het is niet eerlijk verdeeld bij ons, mijn broer krijgt meer.",
        "Ik heb niks tegen u hoor, maar de gemeente moet het zelf doen.",
        "Heeft u daar wel voor gestudeerd, rechten of zo?",
        "Heb je hier wel voor doorgeleerd, zo'n formulier!",
        "Wakker worden jongen. Sorry, mijn zoontje slaapt hier.",
        "Geef me maar een kus, zei mijn kleinkind.",
        "Mijn buurman is kwaad.",
        "Zij zei ik ben boos.",
        "Ik was gisteren boos op mijn hond.",
        "Nee, daar ben ik echt niet boos over.",
        "Als ik boos word, hoort u het wel.",
        "Ik ben bang dat ik u niet begrijp.",
        "Ik ben bang dat ik verkeerd verbonden ben.",
        "Dat is eerlijk gezegd een vraag.",
        "Mijn knie is pijnlijk.",
        "Mijn rug, dat is heel pijnlijk.",
        "Ik krijg de pdf niet meer open.",
        "Daar reken ik op.",
        "Kan ik op jullie rekenen zaterdag?",
        "Bij jullie gaat de balie om negen open, toch?",
        "Ik ben ook een sukkel dat ik het niet heb ingestuurd.",
        "Die idioot van hiernaast krijgt het wel.",
        "Hij moet eerst wakker worden, kind is nog klein.",
        "Heeft u daar wel een formulier voor?",
        "Ik weet wel waar jullie zitten, bij de markt toch?",
        "Ik weet niet waar jullie naar buiten komen, welke uitgang is dat?",
        "Mijn zus zei nog tegen me, jij bent dom, je had het zo gehad.",
        "Met die sukkel van hierboven valt niet te praten.",
        "Mijn onderbuurman is een enorme hufter.",
        "Ik loop weer rond als een kip zonder kop.",
        "Dat is schandalig goedkoop zeg.",
        "Belachelijk snel is dat, nou, bedankt.",
        "Dat vind ik nou eens netjes geregeld van jullie.",
        "Hou jullie haaks daar!",
        "Ik ben er klaar mee, met het formulier, waar stuur ik het heen?",
        "Mooi is dat hè, ik ben er zo blij mee.",
    ],
)
def test_what_only_sounds_like_it_does_not(said, spoken):
    assert of_one(said, spoken) == 0
