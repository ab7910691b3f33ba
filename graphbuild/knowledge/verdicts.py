"""What a build judges of two names, as data: resolve gives Verdicts, `explain --identity` and `review` read them back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """Two names with their areas and what a build judged of them; `value` is how many statements hang on it."""

    left: str
    left_place: str
    right: str
    right_place: str
    verdict: str
    score: float
    features: tuple[tuple[str, float], ...]
    value: int
    sources: tuple[str, ...]

    @property
    def refs(self) -> tuple[str, str]:
        """As decisions.tsv names them: with the place where the name alone does not tell."""
        if self.left_place == self.right_place and self.left != self.right:
            return self.left, self.right
        return f"{self.left}@{self.left_place}", f"{self.right}@{self.right_place}"

    def row(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__} | {"features": dict(self.features)}
