"""Read the sound values of a command line at once, and leave the others to Typer.

Typer makes a pydantic adapter for each parameter, and pydantic takes longer to import than Typer
itself. What is plainly sound needs none; what is not goes to Typer's own adapter, so that misuse
is found and worded as ever.
"""

from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from typer._click import ClickException, Context, Parameter
from typer._coercion import RuntimeParam, build_runtime_param
from typer._param_types import coerce_cli_choice, coerce_cli_path
from typer.core import TyperArgument, TyperOption
from typer.models import ParameterInfo


def spare_adapters(params: Iterable[Parameter]) -> None:
    """Have parameters read without pydantic the values that they can."""
    for param in params:
        if isinstance(param, TyperArgument | TyperOption) and param._runtime_param is None:
            described = param.type_descriptor
            if described.file_annotation is None and described.parameter_info.parser is None:
                param._runtime_param = _Sound(described.parameter_info, described.annotation)


class _Sound(RuntimeParam):
    def _coerce_value(self, value: Any, param: Any, ctx: Context) -> Any:
        try:
            return _read(value, self.annotation, self.parameter_info, ctx)
        except (ValueError, ClickException):
            whole = build_runtime_param(param.type_descriptor)
            return whole.coerce(value, param=param, ctx=ctx)


def _read(value: Any, kind: Any, info: ParameterInfo, ctx: Context) -> Any:
    """Read one value as Typer would, or raise."""
    if get_origin(kind) is list and isinstance(value, list | tuple):
        return [_read(item, get_args(kind)[0], info, ctx) for item in value]
    if kind is str and type(value) is str:
        return value
    if isinstance(kind, type) and issubclass(kind, Enum):
        sensitive = info.case_sensitive
        return coerce_cli_choice(value, choices=list(kind), case_sensitive=sensitive, ctx=ctx)
    if kind is Path and info.path_type is None and isinstance(value, str | Path):
        return coerce_cli_path(Path(value), info, path_type=Path, ctx=ctx)
    raise ValueError(kind)
