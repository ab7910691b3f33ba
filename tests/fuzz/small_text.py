"""One sentence that a graph can be built of."""

TEXT = "5月6日，云岭县委书记苏明远到松涛湖公园调研。\n"
