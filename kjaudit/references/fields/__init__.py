"""One normaliser a field: labelled words in, values with their places out."""
