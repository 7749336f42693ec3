"""The pictures that can stand beside words in Easy Read, by name; each is drawn in the product's own set."""

_NAMES = (
    "alone app ask badge ball believe book bus cake care clock eye family feel friends globe good hand health heart"
    " home idea information key letter listen lock map mind pencil people person phone poster question quiet quote"
    " school screen search shield star talk teach tree video work"
)

PICTURES: frozenset[str] = frozenset(_NAMES.split())
