"""The size budget of architecture.md: small rooms, so that a reader can hold each in mind."""

import ast
from pathlib import Path

import pytest

import negojournal

PACKAGE = Path(negojournal.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

FILE_LINES, FILE_LIMIT = 250, 400
FUNCTION_LINES, FUNCTION_LIMIT = 25, 50
CLASS_METHODS = 20
FORBIDDEN_NAMES = {"utils", "common", "helpers", "misc", "manager", "base"}

# How many may lie between the aim and the limit: a share of all, so that the aim stays the rule.
SHARE_OVER_AIM = 0.05


def functions() -> list[tuple[str, int]]:
    found = []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append((f"{module.relative_to(PACKAGE)}:{node.lineno} {node.name}", lines))
    return found


def over(sizes: list[tuple[str, int]], bound: int) -> list[tuple[str, int]]:
    return [(name, size) for name, size in sizes if size > bound]


def test_files_are_short() -> None:
    sizes = [
        (str(module.relative_to(PACKAGE)), len(module.read_text(encoding="utf-8").splitlines())) for module in MODULES
    ]
    assert over(sizes, FILE_LIMIT) == []
    assert len(over(sizes, FILE_LINES)) <= SHARE_OVER_AIM * len(sizes), over(sizes, FILE_LINES)


def test_functions_are_short() -> None:
    sizes = functions()
    assert over(sizes, FUNCTION_LIMIT) == []
    assert len(over(sizes, FUNCTION_LINES)) <= SHARE_OVER_AIM * len(sizes), over(sizes, FUNCTION_LINES)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_classes_and_names(module: Path) -> None:
    assert FORBIDDEN_NAMES.isdisjoint(module.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            methods = [item.name for item in node.body if isinstance(item, ast.FunctionDef)]
            assert len(methods) <= CLASS_METHODS, f"{node.name} has {len(methods)} methods"
