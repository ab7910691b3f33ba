"""`python -m graphbuild` in, the command line out."""

from graphbuild.cli import main

main()
