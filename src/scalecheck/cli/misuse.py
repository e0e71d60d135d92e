"""What the user is told when a command line cannot be read, whatever Typer would have said."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from typer._click import ClickException, Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperGroup, TyperOption

from scalecheck.cli.speech import UnknownCommandError, choices_of, placeholder
from scalecheck.language.catalogue import say
from scalecheck.language.numbers import join
from scalecheck.model.language import Language

_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((?P<arguments>.*)\)\Z", re.DOTALL)
_PATH = re.compile(
    r"(?:file|dir|path) (?P<quote>['\"])(?P<path>.*)(?P=quote) "
    r"(?P<why>does not exist|is a file|is a directory|is not readable|is not writable)\.\Z",
    re.DOTALL,
)
_PATH_KEYS = {
    "does not exist": "missing",
    "is a file": "file",
    "is a directory": "folder",
    "is not readable": "unreadable",
    "is not writable": "unwritable",
}
_VALUE_KEYS = {
    "int_parsing": "whole",
    "int_parsing_size": "whole",
    "float_parsing": "number",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
}


def phrase(error: ClickException, language: Language) -> str:
    """Word one error of the command line as a sentence, or several, of the catalogue.

    Everything is told from the type of the error and its attributes; only an extra argument and a
    refused path have no others than Typer's own English, which is taken apart. A close name is
    suggested where there is one. For a group that shows its help when it is given nothing, this
    is that help.
    """
    tell = next((tell for kind, tell in _PHRASES if isinstance(error, kind)), _other)
    return tell(error, language)


def describe_misuse(error: ClickException, language: Language) -> str:
    """Lay out what goes to stderr: the usage of the command, where its help is, the sentence.

    Print it with `typer.echo(…, err=True)`: the help of a group holds bold headings, which that
    call removes where there is no terminal.
    """
    sentence = phrase(error, language)
    ctx = getattr(error, "ctx", None)
    if ctx is None or isinstance(error, NoArgsIsHelpError):
        return sentence
    hint = say("cli.misuse.hint", language, command=f"{ctx.command_path} --help")
    line = say("cli.misuse.error", language, sentence=sentence)
    return f"{ctx.get_usage()}\n{hint}\n\n{line}"


def _help_itself(error: NoArgsIsHelpError, language: Language) -> str:
    return error.message


def _unknown_command(error: UnknownCommandError, language: Language) -> str:
    known = _commands(error.ctx)
    sentence = say("cli.misuse.command-unknown", language, name=_printable(error.name))
    return " ".join([sentence, _hint(error.name, known, language)])


def _missing(error: MissingParameter, language: Language) -> str:
    kind = "argument" if isinstance(error.param, TyperArgument) else "option"
    sentence = say(f"cli.misuse.{kind}-missing", language, name=_name(error, language))
    choices = choices_of(error.param) if isinstance(error.param, TyperOption) else []
    return " ".join([sentence, _list_choices(choices, language)]).rstrip()


def _unknown_option(error: NoSuchOption, language: Language) -> str:
    name = error.option_name
    sentence = say("cli.misuse.option-unknown", language, name=_printable(name))
    close = _suggest(name, _options(error.ctx), language)
    return " ".join([sentence, close]).rstrip()


def _misused_option(error: BadOptionUsage, language: Language) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flags = [name for p in params if isinstance(p, TyperOption) and p.is_flag for name in _names(p)]
    key = "value-unwanted" if error.option_name in flags else "value-missing"
    return say(f"cli.misuse.{key}", language, name=error.option_name)


def _bad_value(error: BadParameter, language: Language) -> str:
    issue, name = _issue(error.__cause__), _name(error, language)
    if issue is None:
        return _bad_path(error, name, language)
    key, value = _value_key(issue, error.param), _printable(str(issue["input"]))
    limits = issue.get("ctx", {})
    limit, reason = str(limits.get("ge", limits.get("le", ""))), _printable(str(issue["msg"]))
    facts = {"name": name, "value": value, "limit": limit, "reason": reason}
    sentence = say(f"cli.misuse.{key}", language, **facts)
    choices = choices_of(error.param) if isinstance(error.param, _TYPED) else []
    return " ".join([sentence, _hint_choice(value, choices, language)]).rstrip()


def _bad_path(error: BadParameter, name: str, language: Language) -> str:
    found = _PATH.match(error.message)
    if found is None:
        return say("cli.misuse.value", language, name=name, reason=_printable(error.message))
    key, path = _PATH_KEYS[found["why"]], _printable(found["path"])
    return say(f"cli.misuse.path-{key}", language, name=name, path=path)


def _plain(error: UsageError, language: Language) -> str:
    extra = _EXTRA.match(error.message)
    if extra:
        return say("cli.misuse.extra", language, arguments=_printable(extra["arguments"]))
    if error.ctx and isinstance(error.ctx.command, TyperGroup):
        commands = join(_commands(error.ctx), language, "or")
        return say("cli.misuse.command-missing", language, commands=commands)
    return _other(error, language)


def _other(error: ClickException, language: Language) -> str:
    return say("cli.misuse.unreadable", language, reason=_printable(error.format_message()))


_TYPED = (TyperOption, TyperArgument)

# The narrowest first: each is looked for in turn.
_PHRASES: Sequence[tuple[type[ClickException], Callable[[Any, Language], str]]] = (
    (NoArgsIsHelpError, _help_itself),
    (UnknownCommandError, _unknown_command),
    (MissingParameter, _missing),
    (BadParameter, _bad_value),
    (NoSuchOption, _unknown_option),
    (BadOptionUsage, _misused_option),
    (UsageError, _plain),
)


def _issue(cause: BaseException | None) -> Mapping[str, Any] | None:
    """Find what pydantic said first (of a list: about its item), without importing pydantic."""
    issue = None
    while cause is not None and hasattr(cause, "errors"):
        issue = cause.errors()[0]
        cause = issue.get("ctx", {}).get("error")
    return issue


def _value_key(issue: Mapping[str, Any], param: Parameter | None) -> str:
    if isinstance(param, _TYPED) and param.type_descriptor.choices:
        return "choice"
    if isinstance(param, _TYPED) and param.type_descriptor.is_datetime:
        return "date"
    return _VALUE_KEYS.get(issue["type"], "value")


def _name(error: BadParameter, language: Language) -> str:
    if error.param_hint:
        return error.param_hint if isinstance(error.param_hint, str) else "/".join(error.param_hint)
    if isinstance(error.param, TyperOption):
        return max(error.param.opts, key=len)
    return placeholder(error.param, language) if error.param else ""


def _names(param: Parameter) -> list[str]:
    return [*param.opts, *param.secondary_opts]


def _options(ctx: Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else []
    return [
        name for p in params if isinstance(p, TyperOption) and not p.hidden for name in _names(p)
    ]


def _commands(ctx: Context | None) -> list[str]:
    group = ctx.command if ctx else None
    return (
        [n for n, c in group.commands.items() if not c.hidden]
        if isinstance(group, TyperGroup)
        else []
    )


def _hint(name: str, known: Sequence[str], language: Language) -> str:
    return _suggest(name, known, language) or say(
        "cli.misuse.commands", language, commands=join(known, language)
    )


def _hint_choice(value: str, choices: Sequence[str], language: Language) -> str:
    return " ".join([_list_choices(choices, language), _suggest(value, choices, language)]).strip()


def _list_choices(choices: Sequence[str], language: Language) -> str:
    return (
        say("cli.misuse.choices", language, choices=join(choices, language, "or"))
        if choices
        else ""
    )


def _suggest(name: str, known: Iterable[str], language: Language) -> str:
    close = get_close_matches(name.lower(), known)
    return (
        say("cli.misuse.suggestion", language, names=join(close, language, "or")) if close else ""
    )


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else ascii(c)[1:-1] for c in text)
