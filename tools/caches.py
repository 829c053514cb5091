"""Every cache of the product, for tests and benchmarks."""

from importlib import import_module
from pathlib import Path
from typing import Any

from cache import Cache

ROOT = Path(__file__).parent.parent
SCRIPTS = {"app.py", "tests", "bench", "tools", "docs", "build", "ui/shell/shell.py"}
"""Rooms and files that run when they are imported, or that are not the product's."""


def caches() -> dict[str, Cache[Any, Any]]:
    """By the module in which each was found first, and its name there; all modules are imported for it."""
    found: dict[str, Cache[Any, Any]] = {}
    for module in map(import_module, _modules()):
        for name, each in vars(module).items():
            for cache in (each, *_parts(each)):
                if isinstance(cache, Cache) and cache not in found.values():
                    found[f"{module.__name__}.{name}"] = cache
    return found


def forget_everything() -> None:
    """Empty all of them."""
    for cache in caches().values():
        cache.clear()


def _modules() -> list[str]:
    paths = [path.relative_to(ROOT) for path in (*ROOT.glob("*.py"), *ROOT.glob("[a-z]*/**/*.py"))]
    ours = [path for path in paths if not SCRIPTS & {path.parts[0], str(path)} and not path.match("pages/*/page.py")]
    return sorted(".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in ours)


def _parts(each: object) -> list[object]:
    """What an object of a class of ours holds."""
    is_ours = (ROOT / type(each).__module__.partition(".")[0]).is_dir()
    return [*vars(each).values()] if is_ours and hasattr(each, "__dict__") else []
