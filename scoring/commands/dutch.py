"""This module contains Typer in Dutch: its headings, its help line and its complaints."""

import sys
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

PROGRAM = "python -m scoring"
OPTIONS = "[OPTIES]"


class DutchCommand(TyperCommand):
    """This represents a command whose help is Dutch."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The help option, explained in Dutch."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line, in Dutch."""
        return _usage(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, without Python's names of types in the help of arguments."""
        params = super().get_params(ctx)
        for param in params:
            if param.param_type_name == "argument":
                vars(param)["display_type_rich"] = lambda ctx: None
        return params


class DutchGroup(TyperGroup):
    """This represents a group of commands whose help is Dutch."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The help option, explained in Dutch."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line, in Dutch."""
        return _usage(super().get_usage(ctx))


def dutch_app(help: str) -> typer.Typer:
    """A Typer application without English in what a user sees."""
    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenten"
    rich_utils.OPTIONS_PANEL_TITLE = "Opties"
    rich_utils.COMMANDS_PANEL_TITLE = "Commando’s"
    rich_utils.DEFAULT_STRING = "[standaard: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
    return typer.Typer(
        help=help,
        cls=DutchGroup,
        options_metavar=OPTIONS,
        subcommand_metavar="COMMANDO …",
        add_completion=False,
        pretty_exceptions_enable=False,
    )


def complain(message: object) -> None:
    """Calling this writes one error as one line to stderr."""
    sys.stderr.write(" ".join(str(message).split()) + "\n")


def complaint(error: TyperException) -> str:
    """One Dutch line about a command that was typed wrong."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else PROGRAM
    return f"{_what(error)} Kijk voor uitleg met: {path} --help"


def _what(error: TyperException) -> str:
    kind, param = type(error).__name__, getattr(error, "param", None)
    name = _name(param)
    if kind == "NoSuchOption":
        return f"De optie {getattr(error, 'option_name', '')} bestaat niet."
    if kind == "BadOptionUsage":
        return f"Achter {getattr(error, 'option_name', '')} hoort een waarde, of juist niet."
    if kind == "MissingParameter" and name:
        return f"{name} ontbreekt."
    if kind == "BadParameter" and name:
        return f"De waarde van {name} kan niet."
    return "Dit commando bestaat niet of klopt niet."


def _name(param: Any) -> str:
    if param is None:
        return ""
    return str(param.metavar if param.param_type_name == "argument" else param.opts[0])


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help, option.metavar = "Laat deze uitleg zien.", ""
    return option


def _usage(line: str) -> str:
    return line.replace("Usage: ", "Gebruik: ", 1)
