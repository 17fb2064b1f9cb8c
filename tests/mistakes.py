"""The mutants of a module: its source with one small mistake in it.

What types alone read, decorators and sentences for people stay as they are.
"""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNREAD = {"annotation", "returns", "decorator_list", "bases"}  # by the program as it runs
PAIRS: tuple[tuple[type[Any], type[Any]], ...] = (
    *((ast.Eq, ast.NotEq), (ast.Is, ast.IsNot), (ast.In, ast.NotIn), (ast.And, ast.Or)),
    *((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Lt, ast.GtE), (ast.Gt, ast.LtE)),
    *((ast.Add, ast.Sub), (ast.BitOr, ast.BitAnd)),
)


class Mutant(NamedTuple):
    """A module with one mistake, in the statement on these lines."""

    module: str
    lines: range
    change: str
    source: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(source)
    for statement, node in _nodes(tree, tree):
        for other in _mistakes(node):
            before = _first_line(statement)
            text = ast.unparse(ast.fix_missing_locations(_Exchange(node, other).visit(tree)))
            after = _first_line(other if node is statement else statement)
            yield Mutant(module, _lines(statement), f"{before}  →  {after}", text)
            _Exchange(other, node).visit(tree)


def _nodes(node: ast.AST, statement: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Each node that the program reads as it runs, after the statement that it is in."""
    match node:
        case ast.Expr(ast.Constant()) | ast.If(ast.Name("TYPE_CHECKING")):
            return
        case ast.AnnAssign(annotation=ast.Name("TypeAlias")) | ast.Assign([ast.Name("__all__")]):
            return
        case ast.Call(ast.Name("_")):  # a sentence
            return
    statement = node if isinstance(node, ast.stmt) else statement
    yield statement, node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in UNREAD:
                yield from _nodes(child, statement)


def _mistakes(node: ast.AST) -> Iterator[ast.AST]:
    """What might stand there by mistake."""
    match node:
        case ast.Compare(left, old, right):
            for i, one in enumerate(old):
                for new in _swaps(one):
                    yield ast.Compare(left, [*old[:i], new(), *old[i + 1 :]], right)
        case ast.BoolOp(one, values):
            yield from (ast.BoolOp(new(), values) for new in _swaps(one))
        case ast.BinOp(left, one, right):
            yield from (ast.BinOp(left, new(), right) for new in _swaps(one))
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Constant(value):
            yield from map(ast.Constant, _other_values(value))
        case ast.stmt():
            yield from _other_statements(node)
        case ast.IfExp(test, body, orelse) if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)


def _other_values(value: object) -> Iterator[Any]:
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1)
        case str() | bytes() if value:
            yield value[:0]


def _swaps(operator: ast.AST) -> Iterator[type[Any]]:
    """The operators with which this one is easily mixed up."""
    for one, other in PAIRS:
        if type(operator) in {one, other}:
            yield one if type(operator) is other else other


def _other_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Return(ast.expr() as value) if ast.unparse(value) != "None":
            yield ast.Return(ast.Constant(None))
        case ast.With(items, body) if not any(item.optional_vars for item in items):
            yield ast.If(ast.Constant(value=True), body, [])
        case ast.If(test, body, orelse) if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Raise():
            yield ast.Pass()
        case ast.Assign([ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()


class _Exchange(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, or the new one."""
        return self.new if node is self.old else self.generic_visit(node)


def _first_line(statement: ast.AST) -> str:
    return ast.unparse(statement).partition("\n")[0]


def _lines(statement: Any) -> range:  # noqa: ANN401 (a statement, with a body or without)
    """The lines of a statement itself, without those of the statements in it."""
    body = getattr(statement, "body", None)
    return range(statement.lineno, body[0].lineno if body else statement.end_lineno + 1)


def sample(every: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """So many of them or a few more: of each module its share, and at least one."""
    of: defaultdict[str, list[Mutant]] = defaultdict(list)
    for one in every:
        of[one.module].append(one)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    found = []
    for own in of.values():
        share = min(-(-len(own) * size // len(every)), len(own))
        found += [own[number] for number in sorted(chance.sample(range(len(own)), share))]
    return found
