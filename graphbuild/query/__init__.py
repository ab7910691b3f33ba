"""A graph and a question in, rows out: `explanation` gives the sentences behind a thing or an edge, `store` takes SPARQL."""
