// On a narrow screen a map is wider than its frame: its middle, where the thing itself stands, is shown first.
"use strict";
for (const map of document.querySelectorAll(".wide > .map")) {
  const frame = map.parentElement;
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
}
