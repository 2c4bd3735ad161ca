"""All services by name, where they are asked, and which of them answer for which agency."""

from __future__ import annotations

from collections.abc import Mapping

from . import cinii, crossref, datacite, doi_agency, jalc, kci, ndl, open_library, openalex
from .interface import Registry

SERVICES: Mapping[str, Registry] = {
    module.REGISTRY.name: module.REGISTRY
    for module in (doi_agency, crossref, datacite, openalex, open_library, jalc, ndl, cinii, kci)
}
"""Every service by name, in the order in which dialogs show them."""

WITHOUT_KEY = tuple(name for name, registry in SERVICES.items() if not registry.key_parameter)
"""Services that anyone may ask."""

BY_AGENCY: Mapping[str, str] = {"crossref": crossref.NAME, "datacite": datacite.NAME, "jalc": jalc.NAME}
"""Registration agency as doi.org names it, in lower case -> the service that can be asked for its records."""

_SETTINGS = {
    "KJAUDIT_DOI_URL": doi_agency.NAME,
    "KJAUDIT_CROSSREF_URL": crossref.NAME,
    "KJAUDIT_DATACITE_URL": datacite.NAME,
    "KJAUDIT_OPENALEX_URL": openalex.NAME,
    "KJAUDIT_OPENLIBRARY_URL": open_library.NAME,
    "KJAUDIT_JALC_URL": jalc.NAME,
    "KJAUDIT_NDL_URL": ndl.NAME,
    "KJAUDIT_CINII_URL": cinii.NAME,
    "KJAUDIT_KCI_URL": kci.NAME,
}
"""Environment variables that put another address (a mirror, a test server) in place of a service's own."""


def addresses(environment: Mapping[str, str]) -> dict[str, str]:
    """Return where each service is asked: its own address, or the one that `environment` sets."""
    found = {name: registry.address for name, registry in SERVICES.items()}
    for variable, name in _SETTINGS.items():
        if given := environment.get(variable, "").strip().rstrip("/"):
            found[name] = given
    return found
