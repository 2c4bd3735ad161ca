"""Make the statistical labeller: labelled strings and records in, model, word list and card out."""
