"""
The real record: registries on the network, after consent, and a local index. The only door to the network.

    look_up(references, consent, ...)      -> look-ups, as they come
    describe_requests(reference, services) -> the very requests that would be sent
    SERVICES, WITHOUT_KEY, addresses       -> who can be asked, and where
    index.LocalIndex(folder).lookup_of     -> the look-up of an entry in a registry that never leaves the machine
"""

from .describe import describe_requests
from .interface import Consent, Keys, Limits, Pace, Question, Registry, Request
from .keys import NoKeys, SystemKeys
from .looking_up import look_up
from .services import SERVICES, WITHOUT_KEY, addresses
from .transport import Fetched, Transport
from .world import World

__all__ = [
    "SERVICES",
    "WITHOUT_KEY",
    "Consent",
    "Fetched",
    "Keys",
    "Limits",
    "NoKeys",
    "Pace",
    "Question",
    "Registry",
    "Request",
    "SystemKeys",
    "Transport",
    "World",
    "addresses",
    "describe_requests",
    "look_up",
]
