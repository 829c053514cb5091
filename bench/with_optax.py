"""The same race and sweep with Optax: jit, lax.scan, vmap over the learning rates, float64.

Optax can put ε where the lecture has it, inside the root; each rule here is set to do so.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import optax

from bench.hills import Array, Hill

jax.config.update("jax_enable_x64", True)


def adagrad(n: Any) -> optax.GradientTransformation:
    """`optax.adagrad` starts its sum at 0.1; the lecture's starts at 0."""
    return optax.chain(optax.scale_by_rss(initial_accumulator_value=0.0, eps=1e-8), optax.scale_by_learning_rate(n))


RULES: dict[str, Callable[[Any], optax.GradientTransformation]] = {
    "gd": optax.sgd,
    "momentum": partial(optax.sgd, momentum=0.9),
    "adagrad": adagrad,
    "rmsprop": partial(optax.rmsprop, decay=0.9, eps=1e-8, eps_in_sqrt=True),
    "adam": partial(optax.adam, b1=0.9, b2=0.999, eps=0.0, eps_root=1e-8),
}

Program = Callable[[], dict[str, tuple[Any, Any]]]
"""Run every rule; gives each one's path (…, steps + 1, 2) and loss (…, steps + 1)."""


def program(hill: Hill, start: Array, rates: Mapping[str, float | Array], steps: int) -> Program:
    """Trace and compile all rules at once, afresh: every call of this makes a program of its own."""

    def descend(rule: str, n: Any) -> tuple[Any, Any]:
        optimizer = RULES[rule](n)
        origin = jnp.asarray(start)

        def step(carry: Any, _: None) -> tuple[Any, Any]:
            x, state = carry
            updates, state = optimizer.update(jax.grad(hill.value)(x), state, x)
            x = optax.apply_updates(x, updates)
            return (x, state), x

        _, path = jax.lax.scan(step, (origin, optimizer.init(origin)), length=steps)
        path = jnp.concatenate([origin[None], path])
        return path, hill.value(path.T)

    def every_rule(rates: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
        return {
            rule: (jax.vmap(partial(descend, rule)) if jnp.ndim(n) else partial(descend, rule))(n)
            for rule, n in rates.items()
        }

    compiled = jax.jit(every_rule).lower(rates).compile()
    return lambda: jax.block_until_ready(compiled(rates))


class Picture(NamedTuple):
    """What a map of basins is drawn on."""

    domain: tuple[tuple[float, float], tuple[float, float]]
    minima: Array  # (2, minima)
    radius: float  # within it a point has arrived


def basins(hill: Hill, starts: Array, entry: tuple[str, float], steps: int, picture: Picture) -> Callable[[], Any]:
    """Compile a map: which minimum each of the starts (2, B) is near to in the end, −1 none, −2 outside; (B,)."""
    rule, n = entry
    optimizer = RULES[rule](n)

    def end(origin: Any) -> Any:
        def step(carry: Any, _: None) -> tuple[Any, None]:
            x, state = carry
            updates, state = optimizer.update(jax.grad(hill.value)(x), state, x)
            return (optax.apply_updates(x, updates), state), None

        (x, _), _ = jax.lax.scan(step, (origin, optimizer.init(origin)), length=steps)
        return x

    def classified(starts: Any) -> Any:
        x, y = jax.vmap(end)(starts).T
        (x0, x1), (y0, y1) = picture.domain
        mx, my = jnp.asarray(picture.minima)[:, :, None]
        near = (x - mx) ** 2 + (y - my) ** 2 <= picture.radius**2
        inside = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
        return jnp.where(near.any(axis=0), jnp.argmax(near, axis=0), jnp.where(inside, -1, -2))

    columns = jnp.asarray(starts.T)
    compiled = jax.jit(classified).lower(columns).compile()
    return lambda: jax.block_until_ready(compiled(columns))


def forget() -> None:
    """Drop everything JAX remembers of earlier programs, so that the next one is compiled in full."""
    jax.clear_caches()
