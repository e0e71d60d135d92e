"""The one room that puts words into Typer: its commands say nothing, and help is laid out here.

Typer vendors click without its translations. So help is written by the classes below, in plain
text (rich costs twice the import of Typer, and reads brackets as markup), from keys that follow
the command's path: `cli.<path>.help`, `cli.<path>.<parameter>`, else that of the group, else
`cli.shared.<parameter>`.
Words are read when shown: a command that runs reads none. Misuse is worded in `misuse.py`.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import get_args

import typer
from typer._click import Command as AnyCommand
from typer._click import Context, HelpFormatter, Parameter
from typer._click.exceptions import UsageError
from typer._click.shell_completion import CompletionItem
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from scalecheck.cli.coercion import spare_adapters
from scalecheck.language.catalogue import has, say
from scalecheck.model.language import Language

_KINDS = {int: "whole", float: "number", datetime: "date", Path: "path"}


class UnknownCommandError(UsageError):
    """A group was given a name that none of its commands bears."""

    def __init__(self, name: str, context: Context) -> None:
        super().__init__(name, context)
        self.name = name


class _Formatter(HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(typer.style(heading, bold=True) + "\n")


class _Spoken(AnyCommand):
    """What a command and a group say alike."""

    language = Language.FR
    path = ""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        spare_adapters(self.get_params(ctx))
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # NOTE: Typer's parser forgets it for a misused option.
            raise

    def put_words(self, ctx: Context) -> None:
        self.help = say(f"cli{self.path}.help", self.language)
        for param in self.get_params(ctx):
            if isinstance(param, TyperOption | TyperArgument) and not param.hidden:
                param.help = say(_key(self.path, param), self.language)

    def get_help(self, ctx: Context) -> str:
        self.put_words(ctx)
        formatter = _Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(f"cli{self.path}.help", self.language)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        prefix = say("cli.usage", self.language) + " "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        pieces = [say("cli.placeholder.options", self.language)]
        pieces += [_usage_of(p, self.language) for p in self.params if isinstance(p, TyperArgument)]
        if isinstance(self, TyperGroup):
            pieces.append(say("cli.placeholder.command", self.language))
        return pieces

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        params = list(_visible(self.get_params(ctx)))
        for kind in ("argument", "option"):
            rows = [_row(p, self.language) for p in params if p.param_type_name == kind]
            self._write_rows(kind, rows, formatter)
        if isinstance(self, TyperGroup):
            shown = [(name, c) for name, c in self.commands.items() if not c.hidden]
            rows = [(name, command.get_short_help_str()) for name, command in shown]
            self._write_rows("command", rows, formatter)

    def _write_rows(
        self, title: str, rows: list[tuple[str, str]], formatter: HelpFormatter
    ) -> None:
        if rows:
            with formatter.section(say(f"cli.title.{title}", self.language)):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        self.put_words(ctx)
        return super().shell_complete(ctx, incomplete)


class Command(_Spoken, TyperCommand):
    """A command without words of its own: `@app.command(cls=Command)`."""


class Group(_Spoken, TyperGroup):
    """A group of commands without words of its own: `typer.Typer(cls=Group)`."""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command named first, or raise `UnknownCommandError` with the name."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise UnknownCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)


def dress(command: AnyCommand, language: Language, path: str = "") -> None:
    """Give a tree of commands its language; every one then speaks it, keyed by its path.

    Args:
        command: what `typer.main.get_command` returns.
        language: in which to speak. Dressing again in the other one is allowed.
        path: where the tree hangs: empty for the whole, else `.rubrics` or `.rubrics.list`.

    Raises:
        TypeError: for a command that is neither a `Command` nor a `Group` of this room.
    """
    if not isinstance(command, _Spoken):
        raise TypeError(f"`{path}` needs cls=Command or cls=Group from scalecheck.cli.speech")
    command.language, command.path = language, path
    for name, child in command.commands.items() if isinstance(command, TyperGroup) else ():
        dress(child, language, f"{path}.{name}")


def placeholder(param: Parameter, language: Language) -> str:
    """Say what stands for a value in usage and help: its choices, or a word (`FILE`)."""
    if not isinstance(param, TyperOption | TyperArgument):
        return param.name
    if param.type_descriptor.choices:
        return "|".join(choices_of(param))
    key = f"cli.placeholder.{param.name}"
    return say(key if has(key, language) else f"cli.kind.{_kind(param)}", language)


def choices_of(param: TyperOption | TyperArgument) -> list[str]:
    """List the values that a parameter accepts, as they are typed; none where it is free."""
    choices = param.type_descriptor.choices or ()
    return [str(choice.value if isinstance(choice, Enum) else choice) for choice in choices]


def _key(path: str, param: Parameter) -> str:
    """The words of a parameter: those of its command, of its group, or those shared by all."""
    group = path.rpartition(".")[0]
    keys = (f"cli{place}.{param.name}" for place in (path, group) if place)
    own = (key for key in keys if param.name != "help" and has(key, Language.FR))
    return next(own, f"cli.shared.{param.name}")


def _kind(param: TyperOption | TyperArgument) -> str:
    annotation = param.type_descriptor.annotation
    if param.type_descriptor.is_list:
        annotation = get_args(annotation)[0]
    return _KINDS.get(annotation, "text")


def _visible(params: list[Parameter]) -> Iterator[TyperOption | TyperArgument]:
    for param in params:
        if isinstance(param, TyperOption | TyperArgument) and not param.hidden:
            yield param


def _usage_of(param: TyperArgument, language: Language) -> str:
    name = placeholder(param, language)
    return f"{name if param.required else f'[{name}]'}{'...' if param.nargs != 1 else ''}"


def _row(param: TyperOption | TyperArgument, language: Language) -> tuple[str, str]:
    return _left(param, language), " ".join([param.help or "", *_notes(param, language)])


def _left(param: TyperOption | TyperArgument, language: Language) -> str:
    if isinstance(param, TyperArgument):
        return placeholder(param, language)
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    return names if param.is_flag or param.count else f"{names} {placeholder(param, language)}"


def _notes(param: TyperOption | TyperArgument, language: Language) -> Iterator[str]:
    if param.required:
        yield say("cli.note.required", language)
    default = param.default
    if param.show_default and default not in (None, False, (), []) and not callable(default):
        shown = default.value if isinstance(default, Enum) else default
        yield say("cli.note.default", language, value=str(shown))
