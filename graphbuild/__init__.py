"""Read Chinese local-government texts into a knowledge graph in which every statement leads to its words."""

__version__ = "0.1.0"
