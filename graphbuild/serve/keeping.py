"""Requests and their responses in, the same response for the same request out, as long as there is room.

The graph that is served never changes, and a request holds nothing but what a response may depend on: so what was answered once
is the answer. Responses that may differ the next time say so (`lasting`), and trouble of the moment is never kept.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from graphbuild.serve.http import Key, Request, Response

ROOM = 64 * 2**20  # bytes of all requests and responses
LARGEST = ROOM // 64  # of one
OWN = 1_000  # bytes that one entry takes beside what it holds


@dataclass(eq=False)
class Kept:
    """The ones that nobody asked for longest go first."""

    room: int = ROOM
    held: OrderedDict[Key, Response] = field(default_factory=OrderedDict)
    taken: int = 0

    def get(self, request: Request) -> Response | None:
        response = self.held.get(request.key)
        if response is not None:
            self.held.move_to_end(request.key)
        return response

    def put(self, request: Request, response: Response) -> None:
        key = request.key
        size = weight(key, response)
        if not response.lasting or response.status >= 500 or size > LARGEST or key in self.held:
            return
        self.held[key] = response
        self.taken += size
        while self.taken > self.room:
            self.taken -= weight(*self.held.popitem(last=False))


def weight(key: Key, response: Response) -> int:
    return OWN + len(key[1]) + sum(map(len, key[0])) + len(response.body)
