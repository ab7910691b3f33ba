"""A server's challenge and a name with its password in, the header that answers it out (RFC 7617, RFC 7616)."""

import secrets
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import new
from urllib.request import parse_http_list, parse_keqv_list

from graphbuild.errors import ServerRefused

HASHES = {"md5": "md5", "sha-256": "sha256"}
NAMED = "give --user, and --auth if need be"


@dataclass
class Access:
    """Answers in one scheme alone where one is set; otherwise in the one that the server asks for."""

    user: str = ""
    password: str = field(default="", repr=False)
    scheme: str = ""
    challenge: dict[str, str] = field(default_factory=dict, repr=False)
    count: int = 0

    def header(self, method: str, target: str) -> str:
        """What to send before being asked: nothing as long as no server has asked for a digest."""
        if self.user and self.scheme == "basic":
            return "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode()
        return self.digest(method, target) if self.challenge else ""

    def learn(self, asked: list[str]) -> None:
        """Takes the server's challenges; whoever has no name, or may not answer this way, is refused here."""
        offered = {scheme.lower(): rest for scheme, _, rest in (line.partition(" ") for line in asked)}
        wanted = [scheme for scheme in ("digest", "basic") if scheme in offered and self.scheme in ("", scheme)]
        if not self.user or not wanted:
            raise ServerRefused(f"the server asks for {' or '.join(offered) or 'a name'}", NAMED)
        self.scheme = wanted[0]
        self.challenge = parse_keqv_list(parse_http_list(offered["digest"])) if self.scheme == "digest" else {}
        self.count = 0

    def digest(self, method: str, target: str) -> str:
        told, once = self.challenge, secrets.token_hex(8)
        self.count += 1
        count = f"{self.count:08x}"
        secret = self.hash(f"{self.user}:{told.get('realm', '')}:{self.password}")
        request = self.hash(f"{method}:{target}")
        middle = f"{told.get('nonce', '')}:{count}:{once}:auth" if "qop" in told else told.get("nonce", "")
        said = {"username": self.user, "realm": told.get("realm", ""), "nonce": told.get("nonce", ""), "uri": target}
        said["response"] = self.hash(f"{secret}:{middle}:{request}")
        said |= {key: told[key] for key in ("opaque", "algorithm") if key in told}
        quoted = ", ".join(f'{key}="{value}"' for key, value in said.items())
        return f"Digest {quoted}" + (f', qop=auth, nc={count}, cnonce="{once}"' if "qop" in told else "")

    def hash(self, text: str) -> str:
        algorithm = self.challenge.get("algorithm", "MD5").lower()
        if algorithm not in HASHES:
            raise ServerRefused(f"the server asks for a digest by {algorithm}", "use --auth basic over https")
        return new(HASHES[algorithm], text.encode(), usedforsecurity=False).hexdigest()
