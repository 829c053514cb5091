"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("busy machine", deadline=None)  # no test asks how long anything takes
settings.load_profile("busy machine")
