"""An output folder in, a site to explore it and an endpoint to query it out, on this machine or in an office."""

from graphbuild.serve.asgi import Application
from graphbuild.serve.front import Front
from graphbuild.serve.listening import bind, listen

__all__ = ["Application", "Front", "bind", "listen"]
