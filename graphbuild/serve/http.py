"""What came over the wire in, a Request out; and a Response, or why there is none, to go back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, unquote_to_bytes

MOST_FIELDS = 100
FORM = "application/x-www-form-urlencoded"
CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
# All fields of a head that any answer depends on. The others are not handed on, so that none can.
HEARD = (
    "accept", "accept-language", "content-encoding", "content-length", "content-type", "cookie", "host", "if-none-match",
    "origin", "sec-fetch-mode", "sec-fetch-site",
)  # fmt: skip
Pairs = tuple[tuple[str, str], ...]
Key = tuple[tuple[str, ...], bytes]


class Refused(Exception):
    """Why a request is not answered, as a status and a sentence."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@dataclass(frozen=True)
class Request:
    """`headers` by lower-case name; `path` as it was sent, still escaped."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    scheme: str = "http"

    @cached_property
    def key(self) -> Key:
        """Whatever a response can depend on: two requests with one key are one."""
        return (self.method, self.scheme, self.path, self.query, *map(self.header, HEARD)), self.body

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The path's parts, each unescaped after it was cut, so that an escaped slash stays inside its part."""
        return tuple(utf8(unquote_to_bytes(part)) for part in self.path.split("/")[1:])

    @cached_property
    def pairs(self) -> Pairs:
        return pairs(self.query)

    def value(self, name: str, default: str = "") -> str:
        return next((value for key, value in self.pairs if key == name), default)

    def header(self, name: str) -> str:
        return self.headers.get(name, "")

    @property
    def type(self) -> str:
        """The media type of the body, without its parameters."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        found = CHARSET.search(self.header("content-type"))
        return found[1].lower() if found else ""

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.header('host')}"

    def cookie(self, name: str) -> str:
        try:
            return found.value if (found := SimpleCookie(self.header("cookie")).get(name)) else ""
        except CookieError:
            return ""


@dataclass(frozen=True)
class Response:
    """`lasting` where the same request gets the same response as long as the server runs."""

    body: bytes = b""
    type: str = "text/plain; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    lasting: bool = True


def pairs(text: str) -> Pairs:
    """The fields of a query string or of a form, in order."""
    if BROKEN.search(text):
        raise Refused(400, "a % is not followed by two hexadecimal digits")
    try:
        return tuple(parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS))
    except ValueError as trouble:  # UnicodeDecodeError is one
        raise Refused(400, f"the parameters cannot be read as UTF-8, or are more than {MOST_FIELDS}") from trouble


def utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as trouble:
        raise Refused(400, "this is not UTF-8") from trouble


def see_other(location: str, **headers: str) -> Response:
    """To another address, which is then asked for by GET."""
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(f"see {location}\n".encode(), status=303, headers={"Location": location, **more})
