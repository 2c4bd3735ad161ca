"""What a reviewer can do: one method a button and a sub-command. Both faces call these; see `Workspace`."""

from .interface import DocumentInfo, DocumentState, ExportFormat, ExportScope
from .looking_up import Service
from .workspace import Workspace

__all__ = ["DocumentInfo", "DocumentState", "ExportFormat", "ExportScope", "Service", "Workspace"]
