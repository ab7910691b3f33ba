"""Functions on text: the clean view, sentences, many words at once; nothing here knows what the words mean."""
