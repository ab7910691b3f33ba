"""A response in, the same out with the fields that every response has: what a browser may do with it, which is little."""

from dataclasses import replace

from graphbuild.serve.http import Refused, Response

GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
}


def guarded(response: Response) -> Response:
    return replace(response, headers={**GUARDS, **response.headers})


def plainly(trouble: Refused, *, lasting: bool = True) -> Response:
    """A refusal as a sentence."""
    body = f"{trouble.message}\n".encode("utf-8", "replace")
    return guarded(Response(body, status=trouble.status, headers=trouble.headers, lasting=lasting))
