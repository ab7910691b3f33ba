"""How all properties are tried: no example fails for the time it takes, which is the machine's and not the code's."""

from hypothesis import settings

settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
