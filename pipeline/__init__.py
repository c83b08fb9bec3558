"""A typesetter and publisher for periodicals: text files and photographs in, finished publications out."""

__version__ = "0.1.0"
