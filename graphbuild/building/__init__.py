"""What sources say in, the pieces of an output out: identity by parts, each part done once for what it is made of."""
