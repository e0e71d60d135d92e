"""The words that made-up rubrics are composed of: topics, anchors, labels; all invented."""

from collections.abc import Sequence

Pair = tuple[str, str]

TOPICS: Sequence[tuple[str, str, str]] = (
    ("besoin", "le besoin des familles", "the need of families"),
    ("aines", "la place des personnes aînées", "the part played by older people"),
    ("transfert", "le plan de transfert", "the transfer plan"),
    ("cout", "le coût complet du service", "the full cost of the service"),
    ("formation", "la formation des équipes", "the training of teams"),
    ("accueil", "l’accueil des nouveaux arrivants", "the welcome of newcomers"),
    ("gouvernance", "la gouvernance partagée", "shared governance"),
    ("retombees", "le suivi des retombées", "the follow-up of outcomes"),
    ("transport", "l’accès au transport", "access to transport"),
    ("donnees", "la sécurité des données", "the safety of data"),
    ("territoire", "l’adaptation au territoire", "the fit with the territory"),
    ("municipalites", "le soutien des municipalités", "the support of municipalities"),
    ("releve", "la relève bénévole", "the next volunteers"),
    ("guide", "le guide du milieu", "the guide of the setting"),
    ("entente", "l’entente avec le réseau", "the agreement with the network"),
    ("emissions", "la mesure des émissions", "the measurement of emissions"),
    ("locaux", "le partage des locaux", "the sharing of premises"),
    ("cuisine", "la cuisine collective", "the community kitchen"),
    ("fonds", "le fonds de démarrage", "the start-up fund"),
    ("equite", "l’équité entre quartiers", "fairness between neighbourhoods"),
    ("veille", "la veille sur l’existant", "the scan of what exists"),
    ("calendrier", "le calendrier de l’essai", "the timetable of the trial"),
)
ANCHORS: Sequence[Sequence[Pair]] = (
    (
        ("Rien n’est encore écrit sur {fr}.", "Nothing is written yet about {en}."),
        ("Personne ne s’occupe encore de cette question : {fr}.", "Nobody looks after {en} yet."),
    ),
    (
        (
            "Une personne de l’équipe décrit {fr} en quelques lignes.",
            "Someone from the team describes {en} in a few lines.",
        ),
        (
            "Une première rencontre a porté sur {fr}, notes à l’appui.",
            "A first meeting dealt with {en}, and notes were kept.",
        ),
    ),
    (
        (
            "Un document daté présente {fr}, avec ce qui manque et qui s’en charge.",
            "A dated document presents {en}, with what is missing and who takes care of it.",
        ),
        (
            "Un plan écrit couvre {fr} pour les {months} mois qui viennent.",
            "A written plan covers {en} for the coming {months} months.",
        ),
    ),
    (
        (
            "Deux milieux ont mis à l’épreuve {fr} et transmis leurs constats par écrit.",
            "Two settings have tried out {en} and sent in their findings in writing.",
        ),
        (
            "Des chiffres suivis depuis {months} mois montrent où en est {fr}.",
            "Figures followed for {months} months show where {en} stands.",
        ),
    ),
    (
        (
            "Une organisation indépendante a vérifié {fr}; ses recommandations sont appliquées.",
            "An independent organisation has checked {en}; its recommendations are applied.",
        ),
        (
            "D’autres milieux entretiennent {fr} sans l’aide de l’équipe d’origine.",
            "Other settings keep up {en} without the help of the first team.",
        ),
    ),
)
LABELS: Sequence[Pair] = (
    ("Absent", "Absent"),
    ("Amorcé", "Begun"),
    ("Décrit", "Described"),
    ("Éprouvé", "Tried out"),
    ("Vérifié", "Checked"),
)
GRADES = ("", "", "", ", evidence: documented", ", evidence: {grade: verified, count: 2}")
# Of ten: no criterion is compulsory, or counts for nothing, at 60% or at 70%.
WEIGHTS = (3, 2, 2, 2, 1)
TWIN_EVERY = 90
