"""An output folder in, a site to explore it and an endpoint to query it out, on this machine or in an office."""

from graphbuild.serve.asgi import Application
from graphbuild.serve.listening import bind, listen
from graphbuild.serve.site import Site
from graphbuild.serve.world import World, open_world

__all__ = ["Application", "Site", "World", "bind", "listen", "open_world"]
