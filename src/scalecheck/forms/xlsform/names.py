"""The names of fields and of choices: letters, digits and `_`, which lead back to the ids.

An id holds single hyphens and no underscore: a hyphen becomes `_`, and `__` stands between two
ids. A capital letter never comes from an id. A name is the same in every export, however the
names of the groups around it are joined to it.
"""

NEW = "NEW"
FACT = "FACT"

# Fields that are asked once, whatever the rubric.
PROJECT, TITLE, ORGANIZATION = "s_project", "s_title", "s_organization"
DATE, KIND, ROLE, BODY, NOTE = "s_date", "s_kind", "s_role", "s_organisation_heard", "s_note"
ANSWERED = "s_answered"
RECORDS = f"r_{NEW}"

# What says of a form which one it is.
MARKS = "scalecheck_mark_"
FORM, RUBRIC, VERSION = "scalecheck_form", "scalecheck_rubric", "scalecheck_rubric_version"
FINGERPRINT, OWNER, LANGUAGE = (
    "scalecheck_fingerprint",
    "scalecheck_project",
    "scalecheck_language",
)
FORMAT = "scalecheck/xlsform@1"

# What an answer may be, beside a level.
UNKNOWN, NOT_APPLICABLE, BETWEEN, AMOUNT = "unknown", "not_applicable", "between", "amount"


def code(name: str) -> str:
    """Write an id as a part of a name; no two ids give the same."""
    return name.replace("-", "_")


def level_code(value: str) -> str:
    """Write the value of a level as a choice: `3`, `1_2` for one half, `m1` for minus one."""
    return value.replace("-", "m").replace("/", "_")


def question_name(question: str, group: str | None = None, instance: str = "") -> str:
    """Name a question; `instance` is an id, or `NEW` in the part that is repeated."""
    if group is None:
        return f"q_{code(question)}"
    return f"{instance_name(group, instance)}__{code(question)}"


def instance_name(group: str, instance: str) -> str:
    """Name the part of an instance of a group."""
    return f"g_{code(group)}__{code(instance)}"


def fact_name(fact: str, group: str | None = None, instance: str = "") -> str:
    """Name a fact of the project, or of an instance."""
    if group is None:
        return f"f_{code(fact)}"
    return f"{instance_name(group, instance)}__{FACT}__{code(fact)}"


def record_name(record: str, part: str) -> str:
    """Name a field of a record of evidence; `record` is an id, or `NEW`."""
    return f"r_{code(record)}__{part}"


def count_name(repeated: str) -> str:
    """Name the field that says how many times a part was repeated."""
    return f"n_{repeated}"
