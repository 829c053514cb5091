"""A formula that a viewer types becomes a surface: read safely, differentiated exactly, searched for its minima."""

from formulas.parser import ALLOWED, LONGEST, WrongFormula, read
from formulas.spelling import spelled
from formulas.surface import OWN, USUAL_DOMAIN, TypedSurface

__all__ = ["ALLOWED", "LONGEST", "OWN", "USUAL_DOMAIN", "TypedSurface", "WrongFormula", "read", "spelled"]
