"""Bytes -> Document: one file a format behind `interface`. `read` is the one door."""

from .interface import read

__all__ = ["read"]
