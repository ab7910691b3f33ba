"""Knowledge in, what is compiled from relations.toml out: kinds as marks, cues, blockers, labels, shared word lists."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Any

from graphbuild.errors import BrokenKnowledge
from graphbuild.knowledge import Knowledge
from graphbuild.text.either import either
from graphbuild.text.finder import Finder

FIRST_MARK = 0xE000  # Unicode's first private area, which a page keeps free of the text's own characters


@dataclass(frozen=True, eq=False)
class Wording:
    """relations.toml, checked as far as the extractors rely on it; compared by identity like its knowledge."""

    knowledge: Knowledge

    @cached_property
    def relations(self) -> Mapping[str, Mapping[str, Any]]:
        return {name: table for name, table in self.knowledge.relations.items() if isinstance(table, dict)}

    @cached_property
    def bits(self) -> Mapping[str, int]:
        """A bit for each kind of thing, so that one private character can stand for a mention of several kinds.

        What is asked for most alone has the highest: its marks stand side by side, and patterns are fifteen times shorter."""
        often = asked(self.relations.values())
        return {kind: 1 << n for n, kind in enumerate(sorted(often, key=lambda kind: (often[kind], kind)))}

    def mark(self, kinds: Sequence[str]) -> str:
        """The private character of a mention, or nothing for kinds that no relation joins."""
        mask = sum(self.bits[kind] for kind in set(kinds) if kind in self.bits)
        return chr(FIRST_MARK + mask) if mask else ""

    def slot(self, kinds: tuple[str, ...]) -> str:
        """A pattern of one mark that has any of the kinds."""
        return slot(self, kinds)

    def mask(self, kinds: Sequence[str]) -> int:
        """The bits of kinds: what any of them gives a mark."""
        return sum(self.bits[kind] for kind in set(kinds))

    @property
    def any_mark(self) -> str:
        return f"{chr(FIRST_MARK)}-{chr(FIRST_MARK + (1 << len(self.bits)) - 1)}"

    def words(self, path: str) -> tuple[str, ...]:
        """A list of words: `inspects.motion` of a relation, `builds` at the top of the file."""
        table: Any = self.knowledge.relations
        for key in path.split("."):
            if not isinstance(table, dict) or key not in table:
                raise BrokenKnowledge(f"relations.toml has no list {path}", "add it; README shows a relation")
            table = table[key]
        return tuple(table)

    def pattern(self, *paths: str) -> str:
        """Any of the words of some lists, the longest first."""
        return pattern(self, *paths)

    def found(self, path: str) -> re.Pattern[str]:
        """The same, compiled."""
        return compiled(self, path)

    def blocked(self, relation: str) -> re.Pattern[str]:
        """What silences a clause of a relation."""
        return blocked(self, relation)

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """Each cue with what it announces: `inspects.motion`; a guard announces nothing and hides the cue inside it."""
        roles: dict[str, set[str]] = {word: set() for word in self.words("guards")}
        for path in self.cue_lists():
            for word in self.words(path):
                roles.setdefault(word, set()).add(path)
        for word in self.words("guards"):
            roles[word].clear()
        return {word: frozenset(paths) for word, paths in roles.items()}

    def cue_lists(self) -> Iterator[str]:
        for name, table in self.relations.items():
            for key in table.get("lists", ()):
                yield f"{name}.{key}"

    @cached_property
    def plain(self) -> frozenset[str]:
        """The lists whose words leave a residue where no claim comes of them."""
        return frozenset(f"{name}.{key}" for name, table in self.relations.items() for key in table.get("residue", ()))

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.roles)

    @cached_property
    def titles(self) -> Finder:
        """Words of titles and of the bodies inside them, and the longer words that only look like titles."""
        return Finder({word for table in ("titles", "offices", "departments") for word in self.knowledge.words(table)})

    @cached_property
    def no_titles(self) -> frozenset[str]:
        rows = self.knowledge.rows("titles")
        return frozenset(row["word"] for row in rows if row["class"] == "none") | set(self.words("oversees.labels"))


def asked(relations: Iterable[Mapping[str, Any]]) -> Mapping[str, float]:
    """Each kind and how many slots are for it, of which those for several kinds count less."""
    often: dict[str, float] = {}
    for table, end in product(relations, ("subjects", "objects")):
        for told in (table, *table.get("frames", ())):
            kinds = told.get(end, table.get(end, ()))
            for kind in kinds:
                often[kind] = often.get(kind, 0) + len(told.get("say", ())) / len(kinds)
    return often


# Cached by module functions, so that a Wording that nobody needs any more is not kept alive by its own methods.
@cache
def slot(known: Wording, kinds: tuple[str, ...]) -> str:
    wanted = sum(known.bits[kind] for kind in kinds)
    codes = [FIRST_MARK + code for code in range(1 << len(known.bits)) if code & wanted]
    return f"[{''.join(runs(codes))}]"


@cache
def pattern(known: Wording, *paths: str) -> str:
    return f"(?:{either({word for path in paths for word in known.words(path)})})"


@cache
def compiled(known: Wording, path: str) -> re.Pattern[str]:
    return re.compile(pattern(known, path))


@cache
def blocked(known: Wording, relation: str) -> re.Pattern[str]:
    return re.compile("|".join([*known.words("blockers"), *known.relations[relation].get("blockers", ())]))


def runs(codes: list[int]) -> Iterator[str]:
    """Neighbouring codes as ranges of a character class."""
    start = codes[0]
    for code, following in zip(codes, [*codes[1:], -1], strict=True):
        if following != code + 1:
            yield f"{chr(start)}-{chr(code)}"
            start = following


@cache
def wording(knowledge: Knowledge) -> Wording:
    return Wording(knowledge)
